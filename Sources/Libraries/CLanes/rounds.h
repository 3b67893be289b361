// What the rounds of both functions share, over whichever vector the including file has chosen.
#ifndef FRESHET_LANES_ROUNDS_H
#define FRESHET_LANES_ROUNDS_H

#include <string.h>

#include "kernels.h"

// The rounds are loops whose indices must become constants: only then do the schedule and the working
// variables live in registers, and renaming the variables costs no moves.
#if defined(__clang__)
#define ROUNDS_UNROLLED _Pragma("clang loop unroll(full)")
#else
#define ROUNDS_UNROLLED _Pragma("GCC unroll 80")
#endif

// A sum that the compiler does not regroup. Rounds add their terms in the order in which these become
// known; regrouped, a sum would wait for its newest term too early.
VECTOR_INLINE vector vector_sum(vector x, vector y) {
    vector sum = x + y;
    __asm__("" : "+v"(sum));
    return sum;
}

VECTOR_INLINE vector vector_repeat(uint32_t x) {
    return (vector){0} + x;
}

VECTOR_INLINE void vectors_from_words(vector *vectors, lanes_row *words, int count) {
    for (int word = 0; word < count; word++) memcpy(&vectors[word], words[word], sizeof(vector));
}

VECTOR_INLINE void words_from_vectors(lanes_row *words, const vector *vectors, int count) {
    for (int word = 0; word < count; word++) memcpy(words[word], &vectors[word], sizeof(vector));
}

#endif
