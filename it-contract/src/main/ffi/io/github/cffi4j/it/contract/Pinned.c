#include <errno.h>
#include <stdint.h>
#include <string.h>

static double sum_bytes(const signed char *values, int count) { double sum = 0; for (int i = 0; i < count; i++) sum += values[i]; return sum; }
static void double_bytes(signed char *values, int count) { for (int i = 0; i < count; i++) values[i] = (signed char)(values[i] * 2); }
static double sum_ubytes(const unsigned char *values, int count) { double sum = 0; for (int i = 0; i < count; i++) sum += values[i]; return sum; }
static void double_ubytes(unsigned char *values, int count) { for (int i = 0; i < count; i++) values[i] = (unsigned char)(values[i] * 2); }
static double sum_chars(const char *values, int count) { double sum = 0; for (int i = 0; i < count; i++) sum += values[i]; return sum; }
static void double_chars(char *values, int count) { for (int i = 0; i < count; i++) values[i] = (char)(values[i] * 2); }
static double sum_shorts(const short *values, int count) { double sum = 0; for (int i = 0; i < count; i++) sum += values[i]; return sum; }
static void double_shorts(short *values, int count) { for (int i = 0; i < count; i++) values[i] = (short)(values[i] * 2); }
static double sum_ushorts(const unsigned short *values, int count) { double sum = 0; for (int i = 0; i < count; i++) sum += values[i]; return sum; }
static void double_ushorts(unsigned short *values, int count) { for (int i = 0; i < count; i++) values[i] = (unsigned short)(values[i] * 2); }
static double sum_ints(const int *values, int count) { double sum = 0; for (int i = 0; i < count; i++) sum += values[i]; return sum; }
static void double_ints(int *values, int count) { for (int i = 0; i < count; i++) values[i] = (int)(values[i] * 2); }
static double sum_uints(const unsigned int *values, int count) { double sum = 0; for (int i = 0; i < count; i++) sum += values[i]; return sum; }
static void double_uints(unsigned int *values, int count) { for (int i = 0; i < count; i++) values[i] = (unsigned int)(values[i] * 2); }
static double sum_longs(const long long *values, int count) { double sum = 0; for (int i = 0; i < count; i++) sum += values[i]; return sum; }
static void double_longs(long long *values, int count) { for (int i = 0; i < count; i++) values[i] = (long long)(values[i] * 2); }
static double sum_ulongs(const uint64_t *values, int count) { double sum = 0; for (int i = 0; i < count; i++) sum += values[i]; return sum; }
static void double_ulongs(uint64_t *values, int count) { for (int i = 0; i < count; i++) values[i] = (uint64_t)(values[i] * 2); }
static double sum_floats(const float *values, int count) { double sum = 0; for (int i = 0; i < count; i++) sum += values[i]; return sum; }
static void double_floats(float *values, int count) { for (int i = 0; i < count; i++) values[i] = (float)(values[i] * 2); }
static double sum_doubles(const double *values, int count) { double sum = 0; for (int i = 0; i < count; i++) sum += values[i]; return sum; }
static void double_doubles(double *values, int count) { for (int i = 0; i < count; i++) values[i] = (double)(values[i] * 2); }
static void multiply(const double *a, const float *b, double *result, int count) { for (int i = 0; i < count; i++) result[i] = a[i] * b[i]; }
static int given(const int *a, const char *b, void *c) { return (a ? 1 : 0) + (b ? 2 : 0) + (c ? 4 : 0); }
struct range { int low, high; };
static struct range range_of(const int *values, size_t count) {
    struct range r = { values[0], values[0] };
    for (size_t i = 1; i < count; i++) { if (values[i] < r.low) r.low = values[i]; if (values[i] > r.high) r.high = values[i]; }
    return r;
}
static int fail_with(const int *number) { errno = *number; return -1; }
