#ifndef SHAPES_H
#define SHAPES_H
typedef struct { double x, y; } point;
struct box { point low, high; };
typedef struct canvas canvas;
enum colour { RED, GREEN = 5, BLUE };
typedef unsigned short ident;
typedef double (*measure)(const point *p, void *state);
typedef int (*anonymous_free)(ident i);
struct styled { struct { int width; } line; enum colour colour; };
static inline ident next_ident(ident *after) { return ++*after; }
#endif
