/* Windows' own printf takes a long double for a double and prints 0, after either link. */
#include "probe.h"
#include <stdio.h>

int probe(char *out, int size) {
    volatile long double x = 1.5L;
    snprintf(out, size, "%Lf\n", x);
    return 0;
}
