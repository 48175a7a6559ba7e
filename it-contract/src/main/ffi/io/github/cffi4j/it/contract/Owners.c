#include <stdlib.h>
#include <string.h>

static int boxes, items;
typedef struct box { int value; } box;
static box *box_new(int value) {
    box *b = value < 0 ? 0 : malloc(sizeof *b);
    if (b) { b->value = value; __atomic_fetch_add(&boxes, 1, __ATOMIC_SEQ_CST); }
    return b;
}
static int box_free(box *b) { free(b); return __atomic_sub_fetch(&boxes, 1, __ATOMIC_SEQ_CST); }
static int box_value(const box *b) { return b ? b->value : -1; }
static int boxes_alive(void) { return __atomic_load_n(&boxes, __ATOMIC_SEQ_CST); }

struct item { char tag; int value; double weights[3]; struct { short low, high; } range; };
static void set_value(int *value, int to) { *value = to; }
static struct item *item_new(void) { __atomic_fetch_add(&items, 1, __ATOMIC_SEQ_CST); return calloc(1, sizeof(struct item)); }
static void item_free(struct item *i) { free(i); __atomic_sub_fetch(&items, 1, __ATOMIC_SEQ_CST); }
static int items_alive(void) { return __atomic_load_n(&items, __ATOMIC_SEQ_CST); }

typedef int (*visitor)(void *state, int value);
static int visit(visitor v, void *state, int count) {
    int sum = 0;
    for (int i = 0; i < count; i++) sum += v(state, i);
    return sum;
}
static visitor kept;
static visitor kept_visitor(visitor v) { return kept = v; }
static int visit_kept(void *state, int count) { return visit(kept, state, count); }
static int on_visit(void *state, int value);
static int fire_visit(void *state, int value) { return on_visit(state, value); }
static int sum_bytes(const void *bytes, int count) {
    int sum = 0;
    for (int i = 0; i < count; i++) sum += ((const unsigned char *)bytes)[i];
    return sum;
}
static void fill(void *bytes, int count, int with) { memset(bytes, with, count); }
static long double wide = 1.25L;
#ifdef __powerpc64__
/* Where long double is two doubles zig has no arithmetic for it, and the build says so. */
static long double twice_wide(void) { return 2 * (double)wide; }
#else
static long double twice_wide(void) { return 2 * wide; }
#endif
typedef unsigned short box_id;
static box_id *same_ids(box_id *ids) { return ids; }
