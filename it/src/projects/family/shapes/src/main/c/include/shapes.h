#ifndef SHAPES_H
#define SHAPES_H
struct point { double x, y; };
typedef struct shape shape;
#endif
