#ifdef __linux__
#define _GNU_SOURCE
#endif
#include <ctype.h>
#include <errno.h>
#include <math.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#ifndef M_PI
#define M_PI 3.14159265358979323846
#endif
#ifdef _WIN32
#include <windows.h>
#else
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <sys/stat.h>
#include <unistd.h>
#endif
#ifdef __linux__
#include <linux/io_uring.h>
#include <netinet/ip.h>
#include <sys/syscall.h>
#include <sys/epoll.h>
#endif
#ifdef __APPLE__
#include <sys/event.h>
#endif

#define HALF_OF_IT 0.5f

enum colour { RED, GREEN, BLUE };

/* Where its bits are differs between systems: only the compilers know. */
struct flags {
    unsigned char kind;
    unsigned a : 3;
    int b : 5;
    long long c : 33;
    _Bool d : 1;
    enum colour e : 2;
    unsigned long long f : 64;
};

typedef int (*compare)(const void *, const void *);

static inline int inlined(int i) { return i; }
