#include "workload.h"
#include <stdlib.h>
#include <string.h>

int add(int a, int b) { return a + b; }
int add_critical(int a, int b) { return a + b; }
double multiply(double a, double b) { return a * b; }
double twelve(int a, double b, long long c, double d, int e, float f, long long g, double h, int i, double j, long long k, double l) {
    return a + b + c + d + e + f + g + h + i + j + k + l;
}

double total(const struct reading *r) { return r->id + r->value + (double)r->time; }
double sum(struct point p) { return p.x + p.y; }
int length(const char *text) { return (int)strlen(text); }
const char *greeting(void) { return "sixteen letters!"; }

int checksum(const unsigned char *bytes, int count) {
    int sum = 0;
    for (int i = 0; i < count; i++) sum += bytes[i];
    return sum;
}

int repeat(combination f, int times) {
    int result = 0;
    for (int i = 0; i < times; i++) result = f(result, i);
    return result;
}

void sort(int *values, int count, comparison compare) { qsort(values, (size_t)count, sizeof *values, compare); }
