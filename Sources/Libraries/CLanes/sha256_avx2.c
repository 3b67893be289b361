#if defined(__x86_64__)

// The vector first: the rounds are written in its terms.
#include "vector_avx2.h"

#include "sha256_rounds.h"

VECTOR_CODE void lanes_sha256_avx2(lanes_row *words, const uint8_t *const *data, size_t blocks) {
    sha256_blocks(words, data, blocks);
}

#endif
