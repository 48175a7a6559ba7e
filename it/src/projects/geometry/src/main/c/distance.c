#include "geo.h"

#include <math.h>

double geo_distance(const geo_point *a, const geo_point *b) {
    return hypot(a->x - b->x, a->y - b->y);
}
