// SHA-256 (FIPS 180-4) over a vector of lanes; the file that includes this has chosen the vector.
#ifndef FRESHET_LANES_SHA256_ROUNDS_H
#define FRESHET_LANES_SHA256_ROUNDS_H

#include "rounds.h"

static const uint32_t sha256_constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

VECTOR_INLINE vector rotate_right(vector x, int by) {
    return x >> by | x << (32 - by);
}

VECTOR_INLINE vector sum_of_a(vector a) {
    return vector_parity(rotate_right(a, 2), rotate_right(a, 13), rotate_right(a, 22));
}

VECTOR_INLINE vector sum_of_e(vector e) {
    return vector_parity(rotate_right(e, 6), rotate_right(e, 11), rotate_right(e, 25));
}

// The schedule is a ring of sixteen words. A word that has been taken makes room for the one sixteen rounds
// later: computed that far ahead, no round waits for its word.
VECTOR_INLINE vector sha256_word(vector ring[16], int round) {
    vector word = ring[round % 16];
    if (round + 16 < 64) {
        vector early = ring[(round + 1) % 16], late = ring[(round + 14) % 16];
        vector mixed_early = vector_parity(rotate_right(early, 7), rotate_right(early, 18), early >> 3);
        vector mixed_late = vector_parity(rotate_right(late, 17), rotate_right(late, 19), late >> 10);
        ring[round % 16] = word + ring[(round + 9) % 16] + mixed_early + mixed_late;
    }
    return word;
}

VECTOR_INLINE void sha256_block(vector state[8], vector ring[16]) {
    vector a = state[0], b = state[1], c = state[2], d = state[3];
    vector e = state[4], f = state[5], g = state[6], h = state[7];

    ROUNDS_UNROLLED
    for (int round = 0; round < 64; round++) {
        vector first = vector_sum(sha256_word(ring, round), vector_repeat(sha256_constants[round]));
        first = vector_sum(first, h);
        first = vector_sum(first, vector_choose(e, f, g));
        first = vector_sum(first, sum_of_e(e));
        vector second = vector_sum(sum_of_a(a), vector_majority(a, b, c));
        h = g, g = f, f = e, e = d + first;
        d = c, c = b, b = a, a = first + second;
    }

    state[0] += a, state[1] += b, state[2] += c, state[3] += d;
    state[4] += e, state[5] += f, state[6] += g, state[7] += h;
}

VECTOR_INLINE void sha256_blocks(lanes_row *words, const uint8_t *const *data, size_t blocks) {
    vector state[8], ring[16];
    vectors_from_words(state, words, 8);
    for (size_t block = 0; block < blocks; block++) {
        vector_load_block(ring, data, block * LANES_BLOCK);
        sha256_block(state, ring);
    }
    words_from_vectors(words, state, 8);
}

#endif
