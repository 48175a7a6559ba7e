#include "probe.h"
#include <math.h>
#include <stdio.h>

int probe(char *out, int size) {
    volatile long double x = 0.5L;
    snprintf(out, size, "%.15g %.15g %.15g %.15g\n", (double)sinl(x), (double)powl(x, 3.3L), (double)expl(x),
             (double)logl(x));
    return 0;
}
