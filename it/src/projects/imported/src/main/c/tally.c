#include "tally.h"
#include <stdlib.h>

struct tally {
    tally_mode mode;
    size_t count;
    double values[16];
};

tally *tally_new(tally_mode mode) {
    tally *t = calloc(1, sizeof *t);
    if (t != NULL) {
        t->mode = mode;
    }
    return t;
}

int tally_add(tally *t, double value) {
    if (t->count == 16) {
        if (t->mode == TALLY_STOP) {
            return -1;
        }
        t->count = 0;
    }
    t->values[t->count++] = value;
    return 0;
}

struct tally_sum tally_result(const tally *t) {
    struct tally_sum sum = {t->count, 0};
    for (size_t i = 0; i < t->count; i++) {
        sum.total += t->values[i];
    }
    return sum;
}

void tally_each(const tally *t, tally_visitor visitor, void *context) {
    for (size_t i = 0; i < t->count; i++) {
        visitor(t->values[i], context);
    }
}

void tally_free(tally *t) {
    free(t);
}
