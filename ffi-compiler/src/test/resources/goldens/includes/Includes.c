#include "../shapes/shapes.h"
#include <stdlib.h>

struct scene { struct box bounds; ident id; measure weight; enum colour background; canvas *on; };
struct canvas { struct scene *shown; };

static point grid[2] = {{1, 2}, {3, 4}};

static point centre(struct box b) {
    return (point){(b.low.x + b.high.x) / 2, (b.low.y + b.high.y) / 2};
}
static double weigh(measure m, const point *p) { return m(p, 0) * 10; }
static enum colour darker(enum colour c) { return c == BLUE ? GREEN : RED; }
static ident last(ident *several, int n) { return several[n - 1]; }
static canvas *canvas_new(struct scene *s) {
    canvas *made = malloc(sizeof *made);
    made->shown = s;
    s->on = made;
    return made;
}
static int canvas_free(canvas *c) { free(c); return 0; }
static const struct styled *style(void) {
    static const struct styled bold = {{3}, BLUE};
    return &bold;
}
