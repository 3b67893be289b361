/*
 * Loaded in front of the C library (LD_PRELOAD), this holds a program still in the middle of its work, or lets a call
 * of it fail, so that a test need not be lucky to meet the moment.
 *
 *   HALT_AT=pread          before the first such call on a file: makes HALT_IN/halted, waits for HALT_IN/go
 *   HALT_SKIP=2            lets so many of them pass before
 *   HALT_IN=FOLDER
 *   FAIL_AT=fsync:28       every such call on a file fails with this errno
 *   NO_UNNAMED=1           the file system knows no files without a name
 *
 * The calls are open, pread, write (beyond the three standard streams), fsync, link, linkat and rename.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int touch(const char *folder, const char *name, int flags) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    int file = REAL(open)(path, flags | O_CLOEXEC, 0600);
    if (file >= 0) close(file);
    return file >= 0;
}

static void halt(const char *call) {
    static atomic_int calls;
    const char *at = getenv("HALT_AT"), *folder = getenv("HALT_IN"), *skip = getenv("HALT_SKIP");
    if (!at || !folder || strcmp(at, call)) return;
    if (atomic_fetch_add(&calls, 1) != (skip ? atoi(skip) : 0)) return;
    touch(folder, "halted", O_CREAT | O_WRONLY);
    /* Half a minute at most: a test that died must not leave us behind for ever. */
    for (int turn = 0; turn < 30000 && !touch(folder, "go", O_RDONLY); turn++) {
        nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
    }
}

/* Whether the call is to fail; errno says how. */
static int fails(const char *call) {
    const char *at = getenv("FAIL_AT");
    size_t length = strlen(call);
    if (!at || strncmp(at, call, length) || at[length] != ':') return 0;
    errno = atoi(at + length + 1);
    return 1;
}

static int meets(const char *call) {
    halt(call);
    return fails(call);
}

static int opened(const char *path, int flags, mode_t mode) {
    if ((flags & O_TMPFILE) == O_TMPFILE && getenv("NO_UNNAMED")) {
        errno = EOPNOTSUPP;
        return -1;
    }
    return meets("open") ? -1 : REAL(open)(path, flags, mode);
}

int open(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return opened(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return opened(path, flags, mode);
}

ssize_t pread(int file, void *buffer, size_t count, off_t offset) {
    return meets("pread") ? -1 : REAL(pread)(file, buffer, count, offset);
}

ssize_t pread64(int file, void *buffer, size_t count, off64_t offset) { return pread(file, buffer, count, offset); }

ssize_t write(int file, const void *buffer, size_t count) {
    return file > STDERR_FILENO && meets("write") ? -1 : REAL(write)(file, buffer, count);
}

int fsync(int file) { return meets("fsync") ? -1 : REAL(fsync)(file); }

int link(const char *from, const char *to) { return meets("link") ? -1 : REAL(link)(from, to); }

int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags) {
    return meets("linkat") ? -1 : REAL(linkat)(from_folder, from, to_folder, to, flags);
}

int rename(const char *from, const char *to) { return meets("rename") ? -1 : REAL(rename)(from, to); }
