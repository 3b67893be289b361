// Multi-buffer SHA-1 and SHA-256: one vector register holds the same word of many messages ("lanes"),
// so that independent pieces and leaves are hashed side by side.
//
// Nothing here allocates, keeps state or falls back: the caller asks `lanes_supported` once, and uses
// libcrypto where the answer is no.
#ifndef FRESHET_LANES_H
#define FRESHET_LANES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define LANES_MOST 16

typedef enum {
    LANES_AVX2 = 1,    // 8 lanes
    LANES_AVX512 = 2,  // 16 lanes
} lanes_kernel;

// Whether this build and this processor (and its operating system) can run the kernel.
bool lanes_supported(lanes_kernel kernel);

// Whether the processor has SHA instructions, with which libcrypto is faster than some kernels.
bool lanes_processor_has_sha(void);

// How many lanes run side by side.
unsigned lanes_width(lanes_kernel kernel);

// SHA-1 of up to `lanes_width` messages of one length, which advance in step.
// Not aligned to a register's width: Swift imports no type that asks for more than 16 bytes.
typedef struct {
    uint32_t words[5][LANES_MOST];
} lanes_sha1;

void lanes_sha1_begin(lanes_sha1 *state);

// `data[lane]` points at `blocks` blocks of 64 bytes; lanes from `count` on are idle (their pointers are not read).
void lanes_sha1_update(
    lanes_kernel kernel, lanes_sha1 *state, const uint8_t *const *data, unsigned count, size_t blocks
);

// `tail[lane]` points at the last `length % 64` bytes of a message of `length` bytes (and is not read where there
// are none); `digests` takes 20 bytes a lane. The state is used up.
void lanes_sha1_end(
    lanes_kernel kernel, lanes_sha1 *state, const uint8_t *const *tail, unsigned count, uint64_t length,
    uint8_t *digests
);

// SHA-256 of `count` messages (any number) of `length` bytes each (any length); `digests` takes 32 bytes a message.
void lanes_sha256(lanes_kernel kernel, const uint8_t *const *messages, size_t count, size_t length, uint8_t *digests);

// SHA-256 of each two neighbours among `2 * pairs` digests of 32 bytes: one level of a Merkle tree.
// `parents` may be `children`: it is written behind what has been read.
void lanes_sha256_pairs(lanes_kernel kernel, const uint8_t *children, size_t pairs, uint8_t *parents);

#endif
