#include <stdlib.h>
#include <string.h>

struct point { int x, y; };
typedef int (*binary_op)(int a, int b);
typedef struct point (*mover)(struct point p, double by);
typedef void visitor(const char *name, void *state);
struct handler { binary_op op; void (*done)(int code); };

static int add(int a, int b) { return a + b; }
#define SUBTRACT_IS_A_MACRO 1
#define subtract(a, b) ((a) - (b))
typedef int (*text_op)(const char *);
static int both(int (*first)(int, int), binary_op second, int a, int b) { return 1000 * first(a, b) + second(a, b); }
static int on_text_of(text_op op, const char *text) { return op(text); }
static binary_op get_add(void) { return add; }
static int apply(binary_op op, int a, int b) { return op(a, b); }
static struct point move(mover m, struct point p) { return m(p, 0.5); }
static void visit(visitor *v, void *state) { v("first", state); v("second", state); }
static int run(struct handler *h, int a) { int r = h->op(a, 1); if (h->done) h->done(r); return r; }
static binary_op kept;
static void keep(binary_op op) { kept = op; }
static int call_kept(int a, int b) { return kept(a, b); }

static int on_value(int value, double weight);
int on_text(const char *text);
static int fire(int value) { return on_value(value, 1.5); }
static int fire_text(void) { return on_text("from C"); }
