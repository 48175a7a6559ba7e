#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

typedef va_list arguments;
typedef void (*logger)(void *context, int level, const char *format, va_list list);
static logger to;
static void *with;
static void log_to(logger log, void *context) { to = log; with = context; }
static void say(int level, const char *format, ...) {
    va_list list;
    va_start(list, format);
    to(with, level, format, list);
    va_end(list);
}
static void say_two(int level, const char *format, int first, const char *second) { say(level, format, first, second); }
static void say_many(const char *format) {
    say(0, format, 1, 2.5, "three", 4LL, 5, 6.5, 7, 8, 9, 10.5, 11, 12, 13, 14.5, 15.5, 16.5, 17.5, 18.5, 19.5, 20.5);
}

typedef int (*reader)(arguments list, int count);
static int sum(arguments list, int count) {
    int total = 0;
    while (count-- > 0) total = total * 10 + va_arg(list, int);
    return total;
}
static reader sum_reader(void) { return sum; }
static int reading(reader r, int count, ...) {
    va_list list;
    va_start(list, count);
    int result = r(list, count);
    va_end(list);
    return result;
}
static int read_with(reader r, int count) { return reading(r, count, 1, 2, 3, 4, 5, 6, 7, 8, 9); }
static int next_int(va_list *list) { return va_arg(*list, int); }
static int on_list(const char *format, va_list list);
static int firing(const char *format, ...) {
    va_list list;
    va_start(list, format);
    int result = on_list(format, list);
    va_end(list);
    return result;
}
static int fire_list(void) { return firing("%s-%d", "x", 5); }
static int walking(int (*use)(va_list *list), ...) {
    va_list list;
    va_start(list, use);
    int result = use(&list) * 100 + va_arg(list, int);
    va_end(list);
    return result;
}
static int with_next(int (*use)(va_list *list)) { return walking(use, 1, 2, 3); }

typedef void (*error_fn)(void *context, const char *message, ...);
struct handlers { error_fn failed; int (*counted)(int count, ...); int calls; };
static void fail_with(error_fn failed, void *context) { failed(context, "%s at %d: %g", "failed", 7, 0.5); }
static int count_with(struct handlers *h) {
    h->calls++;
    h->failed(0, "%d calls", h->calls);
    return h->counted(3, 4, 5, 6);
}
static void print_error(void *context, const char *message, ...) {}
static error_fn plain_error(void) { return print_error; }
