#include <stdio.h>
#include <stdlib.h>
#include <stdarg.h>
#include <string.h>
#include <wchar.h>
#include <math.h>
struct flags { unsigned a : 3; int b : 4; _Bool c : 1; unsigned : 0; unsigned long long d : 40; };
struct vec { double x, y; };
struct box { struct vec lo, hi; int tags[4]; char name[16]; union { int i; float f; }; struct { short s; } inner; };
struct matrix { int m[2][3]; };
struct text { int n; char data[]; };
static struct vec vec_add(struct vec a, struct vec b) { struct vec r = { a.x + b.x, a.y + b.y }; return r; }
static int counter = 7; static struct vec origin = { 1, 2 }; static const char *greeting = "hello"; static int table[5] = {1,2,3,4,5};
static const struct vec UNIT = { 1, 1 };
static union num { int i; float f; } num_of(float f) { union num n; n.f = f; return n; }
static int sum_ints(int n, ...) { va_list a; va_start(a, n); int s = 0; for (int i = 0; i < n; i++) s += va_arg(a, int); va_end(a); return s; }
static double mixed(const char *kinds, ...) { va_list a; va_start(a, kinds); double s = 0; int k = 1; for (; *kinds; kinds++, k++) { if (*kinds == 'd') s += k * va_arg(a, double); else if (*kinds == 'i') s += k * va_arg(a, int); else s += k * (double)va_arg(a, long long); } va_end(a); return s; }
static double after(double a, float b, int c, ...) { va_list l; va_start(l, c); double s = a + b; for (int i = 0; i < c; i++) s += va_arg(l, double); va_end(l); return s; }
typedef int (*binary_op)(int, int);
static int add(int a, int b) { return a + b; } static binary_op get_add(void) { return add; } static int apply(binary_op f, int a, int b) { return f(a, b); }
typedef struct { int q; } *hidden; static struct { int z; } anon_global = { 9 };
typedef float real;
static real half(real r) { return r / 2; }
typedef struct { int v; } plain_t;
static plain_t make_plain(int v) { plain_t p = { v }; return p; }
static long double ld(long double x) { return x * 2; }
static int sum3(int v[3]) { return v[0]+v[1]+v[2]; }
static long long total(const int *values, int count) { long long sum = 0; while (count-- > 0) sum += *values++; return sum; }
static struct vec mean(const double *xs, const double *ys, int count) { struct vec v = { 0, 0 }; for (int i = 0; i < count; i++) { v.x += xs[i] / count; v.y += ys[i] / count; } return v; }
