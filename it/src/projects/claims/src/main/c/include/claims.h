#include <stdint.h>

#define ANSWER 43

typedef unsigned int flags_t;

struct pair {
    int first;
    int64_t second;
};

struct triple {
    int a, b, c;
};

struct stamp {
    int64_t seconds;
};

int twice(int n);
int measure(const struct pair *p, flags_t flags);
const char *name_of(int n);
