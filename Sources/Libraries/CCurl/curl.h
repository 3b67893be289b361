// What this program takes from libcurl.
//
// The library is opened with dlopen on first use, not linked: with its 25 dependent libraries it would cost every
// start of the program nine milliseconds, the verbs without a network too. So each function is a pointer, filled by
// name; its type comes from curl's own header, which the compiler holds against every call below.
//
// There is no state here: whoever opens the library owns the table and hands it to every call.
#ifndef FRESHET_CCURL_H
#define FRESHET_CCURL_H

#include <curl/curl.h>
#include <dlfcn.h>
#include <stddef.h>

#define CURL_FUNCTIONS(X)                                                                                              \
    X(curl_global_init)                                                                                                \
    X(curl_version_info)                                                                                               \
    X(curl_easy_init)                                                                                                  \
    X(curl_easy_setopt)                                                                                                \
    X(curl_easy_getinfo)                                                                                               \
    X(curl_easy_pause)                                                                                                 \
    X(curl_easy_strerror)                                                                                              \
    X(curl_easy_cleanup)                                                                                               \
    X(curl_multi_init)                                                                                                 \
    X(curl_multi_add_handle)                                                                                           \
    X(curl_multi_remove_handle)                                                                                        \
    X(curl_multi_perform)                                                                                              \
    X(curl_multi_poll)                                                                                                 \
    X(curl_multi_wakeup)                                                                                               \
    X(curl_multi_info_read)                                                                                            \
    X(curl_multi_cleanup)                                                                                              \
    X(curl_slist_append)                                                                                               \
    X(curl_slist_free_all)                                                                                             \
    X(curl_url)                                                                                                        \
    X(curl_url_set)                                                                                                    \
    X(curl_url_get)                                                                                                    \
    X(curl_url_cleanup)                                                                                                \
    X(curl_free)

struct curl_table {
#define X(name) __typeof__(&name) name;
    CURL_FUNCTIONS(X)
#undef X
};

// Fills the table. NULL when all went well, else what the linker says, or the name of the function that is missing.
// The library stays open to the end of the process: it has threads of its own and handlers registered with others.
static inline const char *curl_table_open(struct curl_table *table, const char *library) {
    void *opened = dlopen(library, RTLD_NOW | RTLD_LOCAL);
    if (!opened) return dlerror();
#define X(name)                                                                                                        \
    table->name = (__typeof__(&name))dlsym(opened, #name);                                                             \
    if (!table->name) return #name;
    CURL_FUNCTIONS(X)
#undef X
    return NULL;
}

// ---- Variadic functions, which Swift cannot call: one wrapper for each type of the last argument.

static inline CURLcode curl_set_long(const struct curl_table *table, CURL *easy, CURLoption option, long value) {
    return table->curl_easy_setopt(easy, option, value);
}

static inline CURLcode curl_set_size(const struct curl_table *table, CURL *easy, CURLoption option, curl_off_t value) {
    return table->curl_easy_setopt(easy, option, value);
}

// curl keeps a copy. NULL takes an option back.
static inline CURLcode curl_set_text(const struct curl_table *table, CURL *easy, CURLoption option, const char *value) {
    return table->curl_easy_setopt(easy, option, value);
}

// For what curl only remembers: the callbacks' context, the buffer for messages, a list of headers.
static inline CURLcode curl_set_pointer(const struct curl_table *table, CURL *easy, CURLoption option, void *value) {
    return table->curl_easy_setopt(easy, option, value);
}

// One a callback, so that the compiler holds its type against what the option wants, which `...` would not.
static inline CURLcode curl_set_write(const struct curl_table *table, CURL *easy, curl_write_callback function) {
    return table->curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, function);
}

// The same type as for bodies, but under another option.
static inline CURLcode curl_set_header(const struct curl_table *table, CURL *easy, curl_write_callback function) {
    return table->curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, function);
}

static inline CURLcode curl_set_read(const struct curl_table *table, CURL *easy, curl_read_callback function) {
    return table->curl_easy_setopt(easy, CURLOPT_READFUNCTION, function);
}

static inline CURLcode curl_set_seek(const struct curl_table *table, CURL *easy, curl_seek_callback function) {
    return table->curl_easy_setopt(easy, CURLOPT_SEEKFUNCTION, function);
}

static inline CURLcode curl_set_opensocket(
    const struct curl_table *table, CURL *easy, curl_opensocket_callback function
) {
    return table->curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, function);
}

static inline CURLcode curl_get_long(const struct curl_table *table, CURL *easy, CURLINFO info, long *value) {
    return table->curl_easy_getinfo(easy, info, value);
}

// ---- What Swift cannot read.

// The message is a union, and its memory is curl's: taken apart at once. NULL when nothing more has ended.
static inline CURL *curl_next_ended(const struct curl_table *table, CURLM *multi, CURLcode *result) {
    int left;
    for (CURLMsg *message; (message = table->curl_multi_info_read(multi, &left));) {
        if (message->msg != CURLMSG_DONE) continue;
        *result = message->data.result;
        return message->easy_handle;
    }
    return NULL;
}

// The address ends in a union of every family's: its place, for who knows the family.
static inline const struct sockaddr *curl_address(const struct curl_sockaddr *address) {
    return &address->addr;
}

// Which of the versions of curl's own structure is meant is a macro.
static inline const curl_version_info_data *curl_version_of(const struct curl_table *table) {
    return table->curl_version_info(CURLVERSION_NOW);
}

// ---- Numbers that are macros with casts, which Swift leaves out.

static const size_t curl_write_pause = CURL_WRITEFUNC_PAUSE;
static const size_t curl_read_pause = CURL_READFUNC_PAUSE;
static const size_t curl_read_abort = CURL_READFUNC_ABORT;

#endif
