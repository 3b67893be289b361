// What this program takes from OpenSSL's libcrypto.
//
// No wrapper is needed so far: nothing used here is variadic, and what is a macro in 1.1 is a function in 3.0.
#ifndef FRESHET_CCRYPTO_H
#define FRESHET_CCRYPTO_H

#include <openssl/evp.h>

#endif
