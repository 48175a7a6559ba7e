#ifndef GEO_H
#define GEO_H

#define GEO_DIMENSIONS 2

typedef struct { double x, y; } geo_point;

double geo_distance(const geo_point *a, const geo_point *b);
const char *geo_describe(int sides);

#endif
