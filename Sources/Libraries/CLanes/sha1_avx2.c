#if defined(__x86_64__)

// The vector first: the rounds are written in its terms.
#include "vector_avx2.h"

#include "sha1_rounds.h"

VECTOR_CODE void lanes_sha1_avx2(lanes_row *words, const uint8_t *const *data, size_t blocks) {
    sha1_blocks(words, data, blocks);
}

#endif
