#include "probe.h"
#include <stdio.h>

static unsigned long long high(unsigned __int128 value) { return value >> 64; }

int probe(char *out, int size) {
    volatile unsigned __int128 a = ((unsigned __int128)0x123456789abcdefull << 64) | 42, b = 1000000007;
    volatile __int128 c = -5 * ((__int128)1 << 100);
    volatile double d = 1e30;
    unsigned __int128 quotient = a / b, rest = a % b, from_double = (unsigned __int128)d;
    __int128 third = c / 3, product = c * 5;
    snprintf(out, size, "%llx %llx %llx %llx %llx %llx %.17g\n", high(quotient), (unsigned long long)quotient,
             (unsigned long long)rest, high(third), high(product), (unsigned long long)from_double, (double)quotient);
    return 0;
}
