#include "probe.h"
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int probe(char *out, int size) {
    volatile char large_frame[70000];
    memset((char *)large_frame, 1, sizeof large_frame);
    long long a;
    double d;
    volatile double x = 2;
    int read = sscanf("-9007199254740993 2.5 x", "%lld %lf", &a, &d);
    errno = 0;
    strtol("99999999999999999999", 0, 10);
    snprintf(out, size, "%d %lld %g %zu %5.2f,%-4s,%04x %d %.10f %.10f %d\n", read, a, d, sizeof large_frame, 3.14159, "ab",
             0x2a, errno == ERANGE, sqrt(x), pow(x, 0.3), large_frame[69999]);
    return 0;
}
