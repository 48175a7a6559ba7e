#include <errno.h>
#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <wchar.h>

struct longs { char a; long b; unsigned long c; char d; };
struct wides { char a; wchar_t b; wchar_t c[3]; char d; };
struct reals { char a; long double b; char c; };
struct addresses { char a; void *b; int (*c)(int); size_t d; ptrdiff_t e; char f; };
struct packed { char a; long b; short c; double d; } __attribute__((packed));
union widest { char a[9]; long b; long double c; };
struct shared_bits { unsigned int a : 3; unsigned int b : 5; unsigned int c : 24; char d; };
struct bits_of_two_types { char a : 4; int b : 4; char c; };
struct bits_across { int a : 20; int b : 20; int c : 20; };
struct bits_after { char a; short b : 9; char c : 3; long long d : 33; };

struct span { short low, high; };
struct measure {
    bool valid; unsigned char level; long long taken; double value; size_t count; unsigned int flag : 1; int small : 5;
    struct span span; float last;
};
static struct measure measured(int times) {
    return (struct measure){ true, 200, 1LL << 40, 0.1 * times, times, 1, -16, { -times, times }, 0.5f };
}
static double total(const struct measure *m) {
    return m->valid + m->level + (double)m->taken + m->value + (double)m->count + m->flag + m->small + m->span.low + m->span.high
        + m->last;
}
