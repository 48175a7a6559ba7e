#include <stdarg.h>
#include <stdint.h>

struct it { int x; };
static struct it things[2] = { { 7 }, { 8 } };
static int counter;

static int target(int a) { return a * 10; }
static int total(int n, const int *m) { int sum = 0; for (int i = 0; i < n; i++) sum += m[i]; return sum; }
static int squares(int n, int m[n][n]) { int sum = 0; for (int i = 0; i < n; i++) sum += m[i][i]; return sum; }
static int sum(int count, ...) {
    va_list list;
    va_start(list, count);
    int sum = 0;
    for (int i = 0; i < count; i++) sum += va_arg(list, int);
    va_end(list);
    return sum;
}
static int on_event(int code);
static int traced(int code, int line) { return on_event(code) + (line ? 100 : 0); }
static int raise_event(int code) { return traced(code, __LINE__); }

#define field(i) i->x
#define twice(a) a * 2
#define narrow(a) a + 1
#define ratio(a, b) (double) a / b
#define renamed target
#define forwarded(a) target(a) + 1
#define add_to(a, b) a += b
#define counted_call(a) (counter++, a)
#define calls() counter
#define size_of(a) (int) sizeof a
#define set(i, v) do { i->x = v; } while (0)
#define negate(i) { int old = i->x; i->x = -old; }
#define none() 40 + 2
#define by_value(thing) thing.x * 3
#define moved(thing, by) (thing.x += by, thing)
#define named(name) name[0] ? name : "nobody"
#define many(count, ...) sum(count, __VA_ARGS__)
#define on_event(code) traced(code, __LINE__)

#define QUARTER 1.0 / 4
#define SUM 1 + 2
#define LIMIT 3 - 5
#define first things[0]
