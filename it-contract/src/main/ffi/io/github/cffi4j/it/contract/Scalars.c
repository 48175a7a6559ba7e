#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum { BLACK = -1, RED, GREEN = 70000 } colour;

#define SCALAR(T, n) \
    static T same_##n(T x) { return x; } \
    static T critical_##n(T x) { return x; } \
    static T read_##n(const T *p) { return *p; } \
    typedef T (*n##_function)(T x); \
    static T call_##n(n##_function f, T x) { return f(x); } \
    static n##_function pointer_##n(void) { return same_##n; } \
    static T java_##n(T x); \
    static T fire_##n(T x) { return java_##n(x); } \
    static T global_##n;

SCALAR(bool, bool)
SCALAR(char, char)
SCALAR(signed char, schar)
SCALAR(unsigned char, uchar)
SCALAR(short, short)
SCALAR(unsigned short, ushort)
SCALAR(int, int)
SCALAR(unsigned int, uint)
SCALAR(long, long)
SCALAR(unsigned long, ulong)
SCALAR(long long, llong)
SCALAR(unsigned long long, ullong)
SCALAR(int16_t, int16)
SCALAR(uint32_t, uint32)
SCALAR(size_t, size)
SCALAR(colour, colour)
SCALAR(float, float)
SCALAR(double, double)
SCALAR(long double, ldouble)

struct scalars {
    bool a_bool;
    char a_char;
    signed char a_schar;
    unsigned char a_uchar;
    short a_short;
    unsigned short a_ushort;
    int a_int;
    unsigned int a_uint;
    long a_long;
    unsigned long a_ulong;
    long long a_llong;
    unsigned long long a_ullong;
    int16_t a_int16;
    uint32_t a_uint32;
    size_t a_size;
    colour a_colour;
    float a_float;
    double a_double;
};
static struct scalars same_scalars(struct scalars s) { return s; }
