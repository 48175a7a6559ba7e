#include <cstdarg>

/* Nothing virtual and no exceptions: what needs no part of the C++ library is linked lean. */
namespace {
template <typename T> class node {
public:
    constexpr node(T v, node *n) : next(n), held(v) {}
    int value() const { return static_cast<int>(held); }
    node *next;
private:
    T held;
};
constexpr int limit() { return 1 << 4; }
}
#define LIMIT limit()

struct stack { node<int> *top = nullptr; };
struct point { double x; float y; };
typedef int (*visitor)(int value, void *state);
enum color { RED, GREEN = 4 };
struct flags { unsigned a : 3; int b : 5; };
static const char *const NAME = "C++";
static point origin = {1, 2};

static stack *stack_new() { static stack only; return &only; }
static void stack_push(stack *s, int value) {
    static node<int> memory[] = {{0, nullptr}, {0, nullptr}, {0, nullptr}};
    static int used = 0;
    node<int> &fresh = memory[used++];
    fresh = node<int>(value, s->top);
    s->top = &fresh;
}
static bool stack_visit(const stack *s, visitor v, void *state) {
    for (const node<int> *n = s->top; n; n = n->next) if (!v(n->value(), state)) return false;
    return true;
}
static void stack_free(stack *s) { s->top = nullptr; }
static int absolute(int x) { return x < 0 ? -x : x; }
static double absolute(double x) { return x < 0 ? -x : x; }
static point moved(point p, int by) { p.x += by; return p; }
static color next_color(color c) { return c == RED ? GREEN : RED; }
static double _Complex squared(double _Complex z) { return z * z; }
static int sum(int n, ...) {
    va_list arguments;
    va_start(arguments, n);
    int total = 0;
    while (n-- > 0) total += va_arg(arguments, int);
    va_end(arguments);
    return total;
}
static int twice(int x);
extern "C" int thrice(int x);
static int both(int x) { return twice(x) + thrice(x); }
static void set_flags(flags *f) { f->a = 5; f->b = -3; }
#include <cstdio>
static int table[10] = {7};
static int grid[2][5] = {{0}, {8}};
struct tail { int length; const int fixed[2]; double more; };
struct open_ended { int length; int data[]; };
static void log_all(void (*log)(const char *format, va_list list), const char *format, ...) {
    va_list list;
    va_start(list, format);
    log(format, list);
    va_end(list);
}
static void log_with(void (*log)(const char *format, va_list list)) { log_all(log, "%d %s", 6, "six"); }
