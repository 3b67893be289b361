// Eight lanes of 32 bits. Addition, exclusive or and shifts are the compiler's vector operators;
// what is here is what they would not turn into the best instructions.
#ifndef FRESHET_LANES_VECTOR_AVX2_H
#define FRESHET_LANES_VECTOR_AVX2_H

#include <immintrin.h>
#include <stdint.h>

#define VECTOR_CODE __attribute__((target("avx2")))
#define VECTOR_INLINE VECTOR_CODE __attribute__((always_inline)) static inline

typedef uint32_t vector __attribute__((vector_size(32)));

VECTOR_INLINE vector vector_choose(vector x, vector y, vector z) {
    return ((y ^ z) & x) ^ z;
}

// `x ^ y` is the next round's `y ^ z`, so that unrolled rounds compute it once.
VECTOR_INLINE vector vector_majority(vector x, vector y, vector z) {
    return ((x ^ y) & (y ^ z)) ^ y;
}

VECTOR_INLINE vector vector_parity(vector x, vector y, vector z) {
    return x ^ y ^ z;
}

// Four words of one lane beside those of another: put together by the load, as the transposition then needs
// no shuffle across the halves of a register.
VECTOR_INLINE __m256i vector_load(const uint8_t *low, const uint8_t *high) {
    const __m128i reversed = _mm_set_epi8(12, 13, 14, 15, 8, 9, 10, 11, 4, 5, 6, 7, 0, 1, 2, 3);
    __m256i words = _mm256_castsi128_si256(_mm_loadu_si128((const __m128i *)low));
    words = _mm256_inserti128_si256(words, _mm_loadu_si128((const __m128i *)high), 1);
    return _mm256_shuffle_epi8(words, _mm256_broadcastsi128_si256(reversed));
}

// Each half of the four registers is a square of four by four words.
VECTOR_INLINE void transpose_squares(__m256i rows[4]) {
    __m256i low01 = _mm256_unpacklo_epi32(rows[0], rows[1]), high01 = _mm256_unpackhi_epi32(rows[0], rows[1]);
    __m256i low23 = _mm256_unpacklo_epi32(rows[2], rows[3]), high23 = _mm256_unpackhi_epi32(rows[2], rows[3]);
    rows[0] = _mm256_unpacklo_epi64(low01, low23);
    rows[1] = _mm256_unpackhi_epi64(low01, low23);
    rows[2] = _mm256_unpacklo_epi64(high01, high23);
    rows[3] = _mm256_unpackhi_epi64(high01, high23);
}

// The same word of eight messages in each of `words`, from the block at `offset` in every message.
VECTOR_INLINE void vector_load_block(vector words[16], const uint8_t *const *data, size_t offset) {
    for (int quarter = 0; quarter < 16; quarter += 4) {
        size_t at = offset + 4 * (size_t)quarter;
        __m256i rows[4];
        for (int lane = 0; lane < 4; lane++) rows[lane] = vector_load(data[lane] + at, data[lane + 4] + at);
        transpose_squares(rows);
        for (int word = 0; word < 4; word++) words[quarter + word] = (vector)rows[word];
    }
}

#endif
