#include "probe.h"
#include <stdio.h>

int probe(char *out, int size) {
    volatile long double one = 1, three = 3, big = 1e300L;
    long double third = one / three, sum = third * three + one - 0.5L;
    volatile long long scaled = (long long)(third * 1e18L);
    volatile float narrow = (float)third;
    snprintf(out, size, "%d %.17g %.17g %lld %.9g %d %d\n", (int)sizeof one, (double)third, (double)sum, scaled, narrow,
             big * 1e10L > big, sum > one);
    return 0;
}
