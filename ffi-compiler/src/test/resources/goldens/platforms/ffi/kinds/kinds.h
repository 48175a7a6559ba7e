#ifndef KINDS_H
#define KINDS_H
struct wide { int w; };
struct narrow { short n; };
typedef enum { PLAIN,
#ifdef _WIN32
    WIDE
#else
    NARROW
#endif
} kind;
#endif
