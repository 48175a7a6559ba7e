#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define GEO_OK 0
#define GEO_VERSION 3
enum shape { CIRCLE, SQUARE = 4 };
typedef struct map map;
typedef unsigned short geo_id;
struct point { double x, y; };
struct map { char name[20]; };
static int geo_errors;
static map the_map;
static map *map_open(const char *name, int flags) {
    strncpy(the_map.name, name, sizeof the_map.name - 1);
    geo_errors += flags;
    return &the_map;
}
static int map_nearest(map *m, struct point p, struct point *found) { *found = p; return GEO_OK; }
typedef int (*visitor)(const struct point *p, void *state);
static void map_visit(map *m, visitor v, void *state) {
    struct point p = {1, 2};
    v(&p, state);
}
static void on_change(map *m);
static geo_id map_id(map *m) { return 65535; }
static void map_change(map *m) { on_change(m); }

struct range { short low, high; };
struct reading { double celsius; struct range range; int station; };
static struct reading latest(void) { return (struct reading){-6.5, {-3, 4}, 1}; }

static visitor kept;
static void set_visitor(visitor v) { kept = v; }
typedef int (*operation)(int, int);
static int times(int a, int b) { return a * b; }
static operation get_operation(void) { return times; }
static void keep(void *data, void (*destroy)(void *)) { destroy(data); }
static void my_free(void *data) { *(int *)data = -1; }
typedef int (*other_visitor)(void *p, void *state);
static int visit_kept(void) {
    struct point p = {7, 8};
    return kept(&p, 0);
}

typedef void (*log_fn)(void *context, int level, const char *format, va_list arguments);
static log_fn logged;
static void set_log(log_fn log) { logged = log; }
static int vsay(const char *format, va_list list) {
    logged(0, 1, format, list);
    return 1;
}
static int say(const char *format, ...) {
    va_list list;
    va_start(list, format);
    int length = vsay(format, list);
    va_end(list);
    return length;
}

static int open_device(const char *name) { return (int)strlen(name); }
#ifdef _WIN32
static int open_registry(const char *key) { return 1; }
struct status { int size; };
#else
static int musl_only(void) { return 1; }
#define NICE 20
struct status { int size; long blocks; };
#endif
