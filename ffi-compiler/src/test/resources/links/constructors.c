#include "probe.h"
#include <stdio.h>

static int order[4], count;
__attribute__((constructor(101))) static void first(void) { order[count++] = 1; }
__attribute__((constructor(102))) static void second(void) { order[count++] = 2; }
__attribute__((constructor)) static void third(void) { order[count++] = 3; }
__attribute__((destructor)) static void last(void) {
    fputs("destructor\n", stdout);
    fflush(stdout);
}

int probe(char *out, int size) {
    snprintf(out, size, "%d constructors: %d %d %d\n", count, order[0], order[1], order[2]);
    return 0;
}
