#include "lanes.h"

#include <stdlib.h>
#include <string.h>

#include "kernels.h"

#if defined(__x86_64__)

#include <cpuid.h>

bool lanes_supported(lanes_kernel kernel) {
    switch (kernel) {
    case LANES_AVX2: return __builtin_cpu_supports("avx2");
    case LANES_AVX512: return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw");
    }
    return false;
}

// Not every compiler's `__builtin_cpu_supports` knows these instructions by name. They use the oldest
// vector registers, which every operating system saves, so that the processor's word is enough.
bool lanes_processor_has_sha(void) {
    unsigned eax, ebx, ecx, edx;
    return __get_cpuid_count(7, 0, &eax, &ebx, &ecx, &edx) && (ebx & 1u << 29);
}

static lanes_blocks *sha1_blocks(lanes_kernel kernel) {
    return kernel == LANES_AVX512 ? lanes_sha1_avx512 : lanes_sha1_avx2;
}

static lanes_blocks *sha256_blocks(lanes_kernel kernel) {
    return kernel == LANES_AVX512 ? lanes_sha256_avx512 : lanes_sha256_avx2;
}

#else

bool lanes_supported(lanes_kernel kernel) {
    (void)kernel;
    return false;
}

bool lanes_processor_has_sha(void) {
    return false;
}

// Only a caller that did not ask `lanes_supported` comes here.
static lanes_blocks *sha1_blocks(lanes_kernel kernel) {
    (void)kernel;
    abort();
}

static lanes_blocks *sha256_blocks(lanes_kernel kernel) {
    (void)kernel;
    abort();
}

#endif

unsigned lanes_width(lanes_kernel kernel) {
    return kernel == LANES_AVX512 ? 16 : 8;
}

// A kernel always runs at its full width: idle lanes repeat lane 0, whose bytes are there to be read.
static void run(
    lanes_blocks *kernel, lanes_row *words, const uint8_t *const *data, unsigned count, size_t blocks
) {
    if (count == 0 || blocks == 0) return;
    const uint8_t *lanes[LANES_MOST];
    for (unsigned lane = 0; lane < LANES_MOST; lane++) lanes[lane] = data[lane < count ? lane : 0];
    kernel(words, lanes, blocks);
}

// The tail, a one bit, zeros, and the length in bits at the end of a block. Returns the number of blocks.
static size_t pad(uint8_t padded[2 * LANES_BLOCK], const uint8_t *tail, uint64_t length) {
    size_t rest = length % LANES_BLOCK;
    size_t size = rest < LANES_BLOCK - 8 ? LANES_BLOCK : 2 * LANES_BLOCK;
    memset(padded, 0, size);
    if (rest > 0) memcpy(padded, tail, rest);
    padded[rest] = 0x80;
    for (size_t byte = 0; byte < 8; byte++) padded[size - 1 - byte] = (uint8_t)(length << 3 >> 8 * byte);
    return size / LANES_BLOCK;
}

// The last blocks of a message are copied out, as its padding has no place behind it.
static void run_padded(
    lanes_blocks *kernel, lanes_row *words, const uint8_t *const *tail, unsigned count, uint64_t length
) {
    uint8_t padded[LANES_MOST][2 * LANES_BLOCK];
    const uint8_t *data[LANES_MOST];
    size_t blocks = 0;
    for (unsigned lane = 0; lane < count; lane++) {
        blocks = pad(padded[lane], tail[lane], length);
        data[lane] = padded[lane];
    }
    run(kernel, words, data, count, blocks);
}

static void write_digests(uint8_t *digests, lanes_row *words, unsigned size, unsigned count) {
    for (unsigned lane = 0; lane < count; lane++) {
        for (unsigned word = 0; word < size; word++) {
            uint32_t value = words[word][lane];
            *digests++ = (uint8_t)(value >> 24);
            *digests++ = (uint8_t)(value >> 16);
            *digests++ = (uint8_t)(value >> 8);
            *digests++ = (uint8_t)value;
        }
    }
}

static void begin(lanes_row *words, const uint32_t *initial, unsigned size) {
    for (unsigned word = 0; word < size; word++) {
        for (unsigned lane = 0; lane < LANES_MOST; lane++) words[word][lane] = initial[word];
    }
}

void lanes_sha1_begin(lanes_sha1 *state) {
    static const uint32_t initial[5] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
    begin(state->words, initial, 5);
}

void lanes_sha1_update(
    lanes_kernel kernel, lanes_sha1 *state, const uint8_t *const *data, unsigned count, size_t blocks
) {
    run(sha1_blocks(kernel), state->words, data, count, blocks);
}

void lanes_sha1_end(
    lanes_kernel kernel, lanes_sha1 *state, const uint8_t *const *tail, unsigned count, uint64_t length,
    uint8_t *digests
) {
    run_padded(sha1_blocks(kernel), state->words, tail, count, length);
    write_digests(digests, state->words, 5, count);
}

// One group, at most as wide as the kernel.
static void sha256_group(
    lanes_blocks *kernel, const uint8_t *const *messages, unsigned count, size_t length, uint8_t *digests
) {
    static const uint32_t initial[8] = {
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
    };
    size_t blocks = length / LANES_BLOCK;
    lanes_row words[8];
    const uint8_t *tail[LANES_MOST];
    for (unsigned lane = 0; lane < count; lane++) tail[lane] = messages[lane] + blocks * LANES_BLOCK;

    begin(words, initial, 8);
    run(kernel, words, messages, count, blocks);
    run_padded(kernel, words, tail, count, length);
    write_digests(digests, words, 8, count);
}

void lanes_sha256(
    lanes_kernel kernel, const uint8_t *const *messages, size_t count, size_t length, uint8_t *digests
) {
    unsigned width = lanes_width(kernel);
    for (size_t first = 0; first < count; first += width) {
        unsigned group = count - first < width ? (unsigned)(count - first) : width;
        sha256_group(sha256_blocks(kernel), messages + first, group, length, digests + 32 * first);
    }
}

// A group is read to its end before its digests are written, and these take half the room: in place, nothing
// is overwritten that is still to be read.
void lanes_sha256_pairs(lanes_kernel kernel, const uint8_t *children, size_t pairs, uint8_t *parents) {
    unsigned width = lanes_width(kernel);
    for (size_t first = 0; first < pairs; first += width) {
        unsigned group = pairs - first < width ? (unsigned)(pairs - first) : width;
        const uint8_t *messages[LANES_MOST];
        for (unsigned lane = 0; lane < group; lane++) messages[lane] = children + 64 * (first + lane);
        sha256_group(sha256_blocks(kernel), messages, group, 64, parents + 32 * first);
    }
}
