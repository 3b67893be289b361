// The kernels behind `lanes.h`: each advances all of its lanes by whole blocks of 64 bytes.
#ifndef FRESHET_LANES_KERNELS_H
#define FRESHET_LANES_KERNELS_H

#include "lanes.h"

#define LANES_BLOCK 64

// The same word of every lane. A narrower kernel uses the beginning.
typedef uint32_t lanes_row[LANES_MOST];

// `data` holds a readable pointer for every lane of the kernel's width: a kernel knows no idle lanes.
typedef void lanes_blocks(lanes_row *words, const uint8_t *const *data, size_t blocks);

lanes_blocks lanes_sha1_avx2;
lanes_blocks lanes_sha1_avx512;
lanes_blocks lanes_sha256_avx2;
lanes_blocks lanes_sha256_avx512;

#endif
