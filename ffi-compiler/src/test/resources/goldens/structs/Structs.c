#include <stdbool.h>
#include <stddef.h>
#include <string.h>
typedef struct { double x, y; } point;
struct box { point low; point high; char name[16]; };
enum kind { ROUND, SQUARE };
struct everything {
    bool flag; char c; signed char sc; unsigned char uc; short s; unsigned short us; int i; unsigned int ui;
    long l; long long ll; unsigned long long ull; float f; double d; const char *text; void *any;
    struct everything *next; enum kind kind; size_t size;
};
struct partial { char pad; int first; int values[4]; double hidden; int second; point points[2]; struct box *boxes[3]; };
union number { int i; float f; unsigned char bytes[4]; };
struct tagged { int which; union number value; };
struct list { struct list *next; int value; };
static void grow(struct box *b, double by) { b->high.x += by; b->high.y += by; strcpy(b->name, "grown"); }
static double area(const struct box *b) { return (b->high.x - b->low.x) * (b->high.y - b->low.y); }
static void fill(struct everything *e) {
    *e = (struct everything){true, (char)200, -100, 200, -30000, 60000, -2000000000, 4000000000u, -5, -6,
        0xfffffffffffffff9ull, 1.5f, 2.5, "t\xc3\xa9xt", e, e, SQUARE, 99};
}
static int check(const struct everything *e) {
    return e->flag && (unsigned char)e->c == 200 && e->sc == -100 && e->uc == 200 && e->s == -30000 && e->us == 60000
        && e->i == -2000000000 && e->ui == 4000000000u && e->l == -5 && e->ll == -6 && e->ull == 0xfffffffffffffff9ull
        && e->f == 1.5f && e->d == 2.5 && e->text == NULL && e->any == e && e->next == e && e->kind == SQUARE && e->size == 99;
}
static void fill_partial(struct partial *p) {
    p->first = 1; p->second = 2;
    for (int i = 0; i < 4; i++) p->values[i] = i * i;
    p->points[1].y = 3.5;
    p->boxes[2] = (struct box *)p;
}
static int length(struct list *l) { int n = 0; for (; l; l = l->next) n++; return n; }
static float as_float(union number *n) { return n->f; }
static struct tagged *make(int which) { static struct tagged t; t.which = which; t.value.i = which * 2; return &t; }
