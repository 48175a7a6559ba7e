#include <stdarg.h>
typedef struct { double x, y; } point;
typedef struct { point low; point high; } box;
static box grown(box b, double by) { b.high.x += by; b.high.y += by; return b; }
static point centre(box b) { return (point){(b.low.x + b.high.x) / 2, (b.low.y + b.high.y) / 2}; }
static int total(int count, ...) {
    va_list list;
    int sum = 0;
    va_start(list, count);
    while (count-- > 0) sum += va_arg(list, int);
    va_end(list);
    return sum;
}
typedef float real;
static real half(real x) { return x / 2; }
static int counter = 7;
static const char *const label = "label";
static point origin = {1, 2};
static int table[4] = {1, 2, 3, 4};
typedef const struct { unsigned high : 4, low : 4; } nibbles;
static nibbles split(unsigned byte) { return (nibbles){byte >> 4, byte & 15}; }
struct sealed { const unsigned kind : 3; unsigned open : 5; };
static unsigned kind_of(struct sealed s) { return s.kind; }
static struct sealed known = {5, 17};
struct flags { unsigned on : 1; int level : 4; unsigned : 0; union { int whole; short part; }; struct { int inside; } nested; int grid[2][3]; };
static void fill(struct flags *f) { f->on = 1; f->level = -8; f->whole = 65537; f->nested.inside = 5; f->grid[1][2] = 6; }
typedef int (*compare)(const void *a, const void *b);
static int difference(const void *a, const void *b) { return *(const int *)a - *(const int *)b; }
static compare comparing(void) { return difference; }
static int call(compare c, int a, int b) { return c(&a, &b); }
struct holder { enum { LOW, HIGH } mode; int tail[]; };
static int mode_of(struct holder *h) { return h->mode + h->tail[1]; }
