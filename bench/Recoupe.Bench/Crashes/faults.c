/* What a disk may do to a process, loaded before the C library (LD_PRELOAD): of all that is written below one folder, the n-th write fails.
   Built and driven by Crashes/CrashBench.cs. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum { COUNT, FULL, FAILING, TORN, STOPPED, KILLED };

static char below[4096];
static long at, seen;
static int mode, armed;

void faults_arm(const char *folder, long n, int how) {
    strncpy(below, folder, sizeof below - 1);
    at = n; mode = how; seen = 0; armed = 1;
}

long faults_disarm(void) { armed = 0; return seen; }

/* A program that is not driven from within is told by its environment. */
__attribute__((constructor)) static void begin(void) {
    const char *folder = getenv("FAULTS_BELOW"), *n = getenv("FAULTS_AT"), *how = getenv("FAULTS_MODE");
    if (folder && n && how) faults_arm(folder, atol(n), atoi(how));
}

/* How many writes it took, for whoever counts them from outside. */
__attribute__((destructor)) static void end(void) {
    const char *counted = getenv("FAULTS_COUNTED");
    FILE *file = counted ? fopen(counted, "w") : NULL;
    if (!file) return;
    armed = 0;
    fprintf(file, "%ld", seen);
    fclose(file);
}

static int is_path(const char *path) { return armed && path && strncmp(path, below, strlen(below)) == 0; }

static int is_file(int fd) {
    char link[64], path[4096];
    if (!armed) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    /* SQLite's shared index is memory, made anew by whoever opens the file. */
    if (length > 4 && strcmp(path + length - 4, "-shm") == 0) return 0;
    return is_path(path);
}

/* 0: do it; 1: do half of it, and fail; -1: fail. */
static int verdict(int makes_room) {
    long n = __atomic_add_fetch(&seen, 1, __ATOMIC_SEQ_CST);
    if (mode == COUNT || n < at) return 0;
    switch (mode) {
    case FULL: if (makes_room) return 0; errno = ENOSPC; return -1; /* from here on; what frees room is done */
    case FAILING: if (n > at) return 0; errno = EIO; return -1;     /* once */
    case TORN: errno = EIO; return n == at ? 1 : -1;                /* half of it, and nothing after: the power is gone */
    case STOPPED: errno = EIO; return -1;
    default: kill(getpid(), SIGKILL); return -1;
    }
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

ssize_t write(int fd, const void *bytes, size_t count) {
    REAL(write);
    if (!is_file(fd)) return real(fd, bytes, count);
    int what = verdict(0);
    if (what == 0) return real(fd, bytes, count);
    if (what == 1) { real(fd, bytes, count / 2); errno = EIO; }
    return -1;
}

#define PWRITE(name, offset_type) \
ssize_t name(int fd, const void *bytes, size_t count, offset_type offset) { \
    REAL(name); \
    if (!is_file(fd)) return real(fd, bytes, count, offset); \
    int what = verdict(0); \
    if (what == 0) return real(fd, bytes, count, offset); \
    if (what == 1) { real(fd, bytes, count / 2, offset); errno = EIO; } \
    return -1; \
}
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define PWRITEV(name, offset_type) \
ssize_t name(int fd, const struct iovec *parts, int count, offset_type offset) { \
    REAL(name); \
    if (!is_file(fd)) return real(fd, parts, count, offset); \
    int what = verdict(0); \
    if (what == 0) return real(fd, parts, count, offset); \
    if (what == 1) { real(fd, parts, 1, offset); errno = EIO; } \
    return -1; \
}
PWRITEV(pwritev, off_t)
PWRITEV(pwritev64, off64_t)

#define FTRUNCATE(name, offset_type) \
int name(int fd, offset_type length) { \
    REAL(name); \
    return is_file(fd) && verdict(1) != 0 ? -1 : real(fd, length); \
}
FTRUNCATE(ftruncate, off_t)
FTRUNCATE(ftruncate64, off64_t)

int fsync(int fd) { REAL(fsync); return is_file(fd) && verdict(1) != 0 ? -1 : real(fd); }
int fdatasync(int fd) { REAL(fdatasync); return is_file(fd) && verdict(1) != 0 ? -1 : real(fd); }
int unlink(const char *path) { REAL(unlink); return is_path(path) && verdict(1) != 0 ? -1 : real(path); }
int rename(const char *from, const char *to) { REAL(rename); return is_path(to) && verdict(1) != 0 ? -1 : real(from, to); }
int link(const char *from, const char *to) { REAL(link); return is_path(to) && verdict(0) != 0 ? -1 : real(from, to); }
