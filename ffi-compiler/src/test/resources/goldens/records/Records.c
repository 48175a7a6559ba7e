#include <complex.h>
#include <stdbool.h>

typedef enum { CLEAR, RAIN } sky;
struct range { short low, high; };
struct reading { int hidden; double celsius; unsigned char humidity; sky sky; bool valid; struct range range; int trend : 4; };
typedef struct { long value; double _Complex wave; int toRecord; } sample;
static struct reading latest(void) { return (struct reading){ 7, -6.5, 200, RAIN, true, { -3, 4 }, -2 }; }
static double sum(const struct reading *r) {
    return r->hidden + r->celsius + r->humidity + r->sky + r->valid + r->range.low + r->range.high + r->trend;
}
