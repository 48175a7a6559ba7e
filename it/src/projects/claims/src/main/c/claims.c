#include "claims.h"

int twice(int n) {
    return 2 * n;
}

int measure(const struct pair *p, flags_t flags) {
    return flags == 0 ? p->first : (int)p->second;
}

const char *name_of(int n) {
    return n == 0 ? "zero" : "many";
}
