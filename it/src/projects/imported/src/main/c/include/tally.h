#ifndef TALLY_H
#define TALLY_H

#include <stddef.h>

#define TALLY_VERSION "1.0"
#define TALLY_LIMIT ((size_t)1 << 16)

/** What a tally does when it is full. */
typedef enum tally_mode { TALLY_STOP, TALLY_WRAP } tally_mode;

typedef struct tally tally;

/** The result of a count. */
struct tally_sum {
    size_t count;
    double total;
};

/** Called for each value. */
typedef void (*tally_visitor)(double value, void *context);

tally *tally_new(tally_mode mode);
/** Adds a value; returns 0, or -1 if the tally is full. */
int tally_add(tally *t, double value);
struct tally_sum tally_result(const tally *t);
void tally_each(const tally *t, tally_visitor visitor, void *context);
void tally_free(tally *t);

static inline double tally_mean(struct tally_sum sum) {
    return sum.count == 0 ? 0 : sum.total / (double)sum.count;
}

#endif
