#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int describe(char *text, size_t size, char a, short b, int c, long d, long long e, float f, double g, unsigned char h,
                    bool i, size_t j, const char *k, const void *l) {
    return snprintf(text, size, "%d %d %d %ld %lld %g %g %d %d %llu %s %s", (unsigned char)a, b, c, d, e, f, g, h, i,
                    (unsigned long long)j, k ? k : "no text", l == text ? "itself" : "other");
}
static double sum12(double a, double b, double c, double d, double e, double f, double g, double h, double i, double j,
                    double k, double l) {
    return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h + 9 * i + 10 * j + 11 * k + 12 * l;
}
static long long sum_alternating(int a, double b, long long c, float d, int e, double f, long long g, float h, int i,
                                 double j, long long k, float l) {
    return a + (long long)(2 * b) + 3 * c + (long long)(4 * d) + 5 * e + (long long)(6 * f) + 7 * g + (long long)(8 * h)
         + 9 * i + (long long)(10 * j) + 11 * k + (long long)(12 * l);
}
static int format(char *text, size_t size, const char *format, ...) {
    va_list list;
    va_start(list, format);
    int length = vsnprintf(text, size, format, list);
    va_end(list);
    return length;
}
static void measure(const char *text, size_t *length) { *length = strlen(text); }
static double sum_doubles(int count, ...) {
    double sum = 0;
    va_list list;
    va_start(list, count);
    for (int i = 1; i <= count; i++) sum += i * va_arg(list, double);
    va_end(list);
    return sum;
}
static long long sum_longs(int count, ...) {
    long long sum = 0;
    va_list list;
    va_start(list, count);
    for (int i = 1; i <= count; i++) sum += i * va_arg(list, long long);
    va_end(list);
    return sum;
}

static size_t length(const char *text) { return text ? strlen(text) : 0; }
static const char *same_text(const char *text) { return text; }
static char *upper(char *text) {
    for (char *p = text; *p; p++) {
        if (*p >= 'a' && *p <= 'z') *p -= 'a' - 'A';
    }
    return text;
}

typedef int (*binary)(int a, int b);
static int subtract(int a, int b) { return a - b; }
static binary get_subtract(void) { return subtract; }
static int apply(binary f, int a, int b) { return f ? f(a, b) : -1; }
static int apply_both(binary f, binary g, int a, int b) { return f(a, b) * 1000 + g(a, b); }
static int fold(binary f, const int *values, int count) {
    int result = 0;
    for (int i = 0; i < count; i++) result = f(result, values[i]);
    return result;
}
static binary kept;
static void keep(binary f) { kept = f; }
static int call_kept(int a, int b) { return kept(a, b); }

struct job { binary f; int a, b, calls, result; };
#ifdef _WIN32
#include <windows.h>
typedef HANDLE thread;
#define JOB static DWORD WINAPI
#define START(t, function, job) (*(t) = CreateThread(0, 0, function, job, 0, 0))
#define JOIN(t) (WaitForSingleObject(t, INFINITE), CloseHandle(t))
#else
#include <pthread.h>
typedef pthread_t thread;
#define JOB static void *
#define START(t, function, job) pthread_create(t, 0, function, job)
#define JOIN(t) pthread_join(t, 0)
#endif
JOB work(void *arg) {
    struct job *job = arg;
    for (int i = 0; i < job->calls; i++) job->result += job->f(job->a, job->b);
    return 0;
}
static int apply_on_thread(binary f, int a, int b) {
    struct job job = { f, a, b, 1, 0 };
    thread t;
    START(&t, work, &job);
    JOIN(t);
    return job.result;
}
static int call_kept_on_threads(int threads, int calls) {
    struct job jobs[16];
    thread t[16];
    int sum = 0;
    for (int i = 0; i < threads; i++) {
        jobs[i] = (struct job){ kept, i, 1, calls, 0 };
        START(&t[i], work, &jobs[i]);
    }
    for (int i = 0; i < threads; i++) {
        JOIN(t[i]);
        sum += jobs[i].result;
    }
    return sum;
}
struct handlers { binary f; void (*done)(void *state); void *state; };
static int run(struct handlers *h, int a, int b) {
    int result = h->f(a, b);
    if (h->done) h->done(h->state);
    return result;
}

static int not_attached(int a);
static int fire_not_attached(int a) { return not_attached(a); }
static int attached(const char *text, struct handlers *h, double x);
static int fire_attached(const char *text, struct handlers *h, double x) { return attached(text, h, x); }
extern void count_down(int *n);
static void fire_count_down(int *n) { while (*n > 0) count_down(n); }

typedef void (*logger)(int level, const char *format, va_list arguments);
static void log_to(logger log, int level, const char *format, ...) {
    va_list list;
    va_start(list, format);
    log(level, format, list);
    va_end(list);
}
static void log_three(logger log, const char *format, int first, double second, const char *third) {
    log_to(log, 3, format, first, second, third);
}
/* More of each kind than any convention has registers for. */
static void log_many(logger log, const char *format) {
    log_to(log, 20, format, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7, 7.5, 8, 8.5, 9, 9.5, 10, 10.5);
}
typedef long long (*variadic_sum)(int count, ...);
static long long sum_of_three(variadic_sum f, long long a, long long b, long long c) { return f(3, a, b, c); }
static long long next_long(va_list *arguments) { return va_arg(*arguments, long long); }
static long long sum_list(int count, va_list arguments);
static long long fire_list(int count, ...) {
    va_list list;
    va_start(list, count);
    long long sum = sum_list(count, list);
    va_end(list);
    return sum;
}
static long long fire_sum_list(long long a, long long b) { return fire_list(2, a, b); }
