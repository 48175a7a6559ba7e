#include <stddef.h>
typedef signed char narrow_t;
typedef long long wide_t;
typedef unsigned short unsigned_t;
static narrow_t same_narrow(narrow_t x) { return x; }
static wide_t same_wide(wide_t x) { return x; }
static unsigned_t same_unsigned(unsigned_t x) { return x; }
static void fill(narrow_t *to, unsigned_t *more, long *longs, size_t *size, int n) {
    for (int i = 0; i < n; i++) to[i] = (narrow_t)-i, more[i] = (unsigned_t)-i, longs[i] = -i;
    *size = (size_t)n;
}
static narrow_t last(const narrow_t *values, int count) { return values[count - 1]; }
typedef narrow_t alias_t;
static alias_t same_alias(alias_t x) { return x; }
struct holder { int hidden; narrow_t n; unsigned_t u; long l; size_t s; };
static long total(struct holder *h) { return h->n + h->u + h->l + (long)h->s; }
struct sizes { size_t wide[3]; narrow_t small[2]; };
static void fill_sizes(struct sizes *s) { s->wide[2] = 42; s->small[1] = -1; }
