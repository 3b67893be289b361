// SHA-1 (FIPS 180-4) over a vector of lanes; the file that includes this has chosen the vector.
#ifndef FRESHET_LANES_SHA1_ROUNDS_H
#define FRESHET_LANES_SHA1_ROUNDS_H

#include "rounds.h"

VECTOR_INLINE vector rotate_left(vector x, int by) {
    return x << by | x >> (32 - by);
}

VECTOR_INLINE vector sha1_function(int round, vector b, vector c, vector d) {
    if (round < 20) return vector_choose(b, c, d);
    if (round < 40 || round >= 60) return vector_parity(b, c, d);
    return vector_majority(b, c, d);
}

// The schedule is a ring of sixteen words. A word that has been taken makes room for the one sixteen rounds
// later: computed that far ahead, no round waits for its word.
VECTOR_INLINE vector sha1_word(vector ring[16], int round) {
    vector word = ring[round % 16];
    if (round + 16 < 80) {
        vector mixed = vector_parity(ring[(round + 13) % 16], ring[(round + 8) % 16], ring[(round + 2) % 16]);
        ring[round % 16] = rotate_left(mixed ^ word, 1);
    }
    return word;
}

VECTOR_INLINE void sha1_block(vector state[5], vector ring[16]) {
    static const uint32_t constants[4] = {0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6};
    vector a = state[0], b = state[1], c = state[2], d = state[3], e = state[4];

    ROUNDS_UNROLLED
    for (int round = 0; round < 80; round++) {
        vector next = vector_sum(sha1_word(ring, round), vector_repeat(constants[round / 20]));
        next = vector_sum(next, e);
        next = vector_sum(next, sha1_function(round, b, c, d));
        next = vector_sum(next, rotate_left(a, 5));
        e = d, d = c, c = rotate_left(b, 30), b = a, a = next;
    }

    state[0] += a, state[1] += b, state[2] += c, state[3] += d, state[4] += e;
}

VECTOR_INLINE void sha1_blocks(lanes_row *words, const uint8_t *const *data, size_t blocks) {
    vector state[5], ring[16];
    vectors_from_words(state, words, 5);
    for (size_t block = 0; block < blocks; block++) {
        vector_load_block(ring, data, block * LANES_BLOCK);
        sha1_block(state, ring);
    }
    words_from_vectors(words, state, 5);
}

#endif
