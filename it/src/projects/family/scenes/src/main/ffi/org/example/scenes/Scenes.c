#include "shapes.h"

struct scene { struct point from, to; shape *shown; };

static struct point extent(const struct scene *s) {
    return (struct point){s->to.x - s->from.x, s->to.y - s->from.y};
}
