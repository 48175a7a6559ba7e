#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SAME(type, name) static type name(type x) { return x; }
static bool not_(bool x) { return !x; }
SAME(char, same_char)
SAME(signed char, same_schar)
SAME(unsigned char, same_uchar)
SAME(short, same_short)
SAME(unsigned short, same_ushort)
SAME(int, same_int)
SAME(unsigned, same_uint)
SAME(long, same_long)
SAME(unsigned long, same_ulong)
SAME(long long, same_llong)
SAME(unsigned long long, same_ullong)
SAME(int8_t, same_int8)
SAME(uint8_t, same_uint8)
SAME(int16_t, same_int16)
SAME(uint16_t, same_uint16)
SAME(int32_t, same_int32)
SAME(uint32_t, same_uint32)
SAME(int64_t, same_int64)
SAME(uint64_t, same_uint64)
SAME(size_t, same_size)
SAME(intptr_t, same_intptr)
SAME(float, same_float)
SAME(double, same_double)
SAME(long double, same_ldouble)
static int mixed(unsigned char a, int64_t b, double c, float d) { return (int)(a + b + c + d); }
static void nothing(void) {}
static int sum(const int *values, int count) {
    int total = 0;
    for (int i = 0; i < count; i++) total += values[i];
    return total;
}
static void count_up(unsigned char *bytes, short *shorts, int64_t *longs, double *doubles, bool *flag) {
    ++*bytes, ++*shorts, ++*longs, ++*doubles, *flag = !*flag;
}
