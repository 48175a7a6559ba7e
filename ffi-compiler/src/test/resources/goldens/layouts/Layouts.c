#include <stdint.h>

#pragma pack(push, 1)
struct header { char kind; int length; short flags; };
#pragma pack(pop)
typedef struct __attribute__((packed, aligned(4))) { char tag; double value; } entry;
struct cache_line { int hits __attribute__((aligned(64))); int misses; };
struct __attribute__((aligned(32))) vector { float x, y, z, w; };
struct mixed { char c; int i __attribute__((packed)); _Alignas(8) char d; };
struct holder { int unseen; char c; struct { char a; int b; } __attribute__((packed)); struct vector v; };

static int header_length(const struct header *h) { return h->length; }
static double entry_value(entry e) { return e.value; }
static struct cache_line counted(struct cache_line c) { c.hits++; c.misses--; return c; }
static int misaligned(const struct vector *v) { return (int)((uintptr_t)v % 32); }
static struct vector doubled(struct vector v) { v.x *= 2; v.w *= 2; return v; }
static int mixed_sum(const struct mixed *m) { return m->i + m->d; }
static int holder_b(const struct holder *h) { return h->b; }
