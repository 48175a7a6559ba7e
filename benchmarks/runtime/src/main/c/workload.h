#include <stddef.h>

/* Exported by name, see the POM: all but cffi4j look functions up. */
#pragma GCC visibility push(default)

struct point { double x, y; };
struct reading { int id; double value; long long time; };
typedef int (*combination)(int a, int b);
typedef int (*comparison)(const void *a, const void *b);

int add(int a, int b);
int add_critical(int a, int b);
double multiply(double a, double b);
double twelve(int a, double b, long long c, double d, int e, float f, long long g, double h, int i, double j, long long k, double l);
double total(const struct reading *r);
double sum(struct point p);
int length(const char *text);
const char *greeting(void);
int checksum(const unsigned char *bytes, int count);
int repeat(combination f, int times);
void sort(int *values, int count, comparison compare);

#pragma GCC visibility pop
