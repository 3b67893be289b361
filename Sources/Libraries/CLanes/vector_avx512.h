// Sixteen lanes of 32 bits. Addition, exclusive or and shifts are the compiler's vector operators;
// what is here is what they would not turn into the best instructions.
#ifndef FRESHET_LANES_VECTOR_AVX512_H
#define FRESHET_LANES_VECTOR_AVX512_H

#include <immintrin.h>
#include <stdint.h>

#define VECTOR_CODE __attribute__((target("avx512f,avx512bw")))
#define VECTOR_INLINE VECTOR_CODE __attribute__((always_inline)) static inline

typedef uint32_t vector __attribute__((vector_size(64)));

// One instruction each: the constant is the truth table of the three inputs.
VECTOR_INLINE vector vector_choose(vector x, vector y, vector z) {
    return (vector)_mm512_ternarylogic_epi32((__m512i)x, (__m512i)y, (__m512i)z, 0xca);
}

VECTOR_INLINE vector vector_majority(vector x, vector y, vector z) {
    return (vector)_mm512_ternarylogic_epi32((__m512i)x, (__m512i)y, (__m512i)z, 0xe8);
}

VECTOR_INLINE vector vector_parity(vector x, vector y, vector z) {
    return (vector)_mm512_ternarylogic_epi32((__m512i)x, (__m512i)y, (__m512i)z, 0x96);
}

// Eight words of one lane beside those of another: put together by the load, as shuffling them together
// would take the execution ports that the rotations need.
VECTOR_INLINE __m512i vector_load(const uint8_t *low, const uint8_t *high) {
    const __m128i reversed = _mm_set_epi8(12, 13, 14, 15, 8, 9, 10, 11, 4, 5, 6, 7, 0, 1, 2, 3);
    __m512i words = _mm512_castsi256_si512(_mm256_loadu_si256((const __m256i *)low));
    words = _mm512_inserti64x4(words, _mm256_loadu_si256((const __m256i *)high), 1);
    return _mm512_shuffle_epi8(words, _mm512_broadcast_i32x4(reversed));
}

// Each quarter of the four registers is a square of four by four words.
VECTOR_INLINE void transpose_squares(__m512i rows[4]) {
    __m512i low01 = _mm512_unpacklo_epi32(rows[0], rows[1]), high01 = _mm512_unpackhi_epi32(rows[0], rows[1]);
    __m512i low23 = _mm512_unpacklo_epi32(rows[2], rows[3]), high23 = _mm512_unpackhi_epi32(rows[2], rows[3]);
    rows[0] = _mm512_unpacklo_epi64(low01, low23);
    rows[1] = _mm512_unpackhi_epi64(low01, low23);
    rows[2] = _mm512_unpacklo_epi64(high01, high23);
    rows[3] = _mm512_unpackhi_epi64(high01, high23);
}

// Eight words of eight lanes, the lanes 0-3 and 4-7 in the halves of the registers. Afterwards a register
// holds, by quarters: word i of lanes 0-3, word i + 4 of lanes 0-3, word i of lanes 4-7, word i + 4 of lanes 4-7.
VECTOR_INLINE void load_eight_lanes(__m512i rows[4], const uint8_t *const *data, size_t offset) {
    for (int lane = 0; lane < 4; lane++) rows[lane] = vector_load(data[lane] + offset, data[lane + 4] + offset);
    transpose_squares(rows);
}

// The same word of sixteen messages in each of `words`, from the block at `offset` in every message.
VECTOR_INLINE void vector_load_block(vector words[16], const uint8_t *const *data, size_t offset) {
    for (int half = 0; half < 16; half += 8) {
        __m512i low[4], high[4];
        load_eight_lanes(low, data, offset + 4 * (size_t)half);
        load_eight_lanes(high, data + 8, offset + 4 * (size_t)half);
        for (int word = 0; word < 4; word++) {
            words[half + word] = (vector)_mm512_shuffle_i32x4(low[word], high[word], 0x88);
            words[half + word + 4] = (vector)_mm512_shuffle_i32x4(low[word], high[word], 0xdd);
        }
    }
}

#endif
