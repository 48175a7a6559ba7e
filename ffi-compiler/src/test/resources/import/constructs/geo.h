/* geo.h - a header with every construct that an import knows. */
#ifndef GEO_H
#define GEO_H 1

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <time.h>
#include "geo/types.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The kinds of shapes. */
enum shape {
    CIRCLE,      /**< round */
    SQUARE = 4,
    TRIANGLE     /* three corners */
};

typedef enum { GEO_LOW = -1, GEO_HIGH = 0x7fffffff } geo_level;
enum { GEO_FLAG_A = 1 << 0, GEO_FLAG_B = 1 << 1, GEO_FLAG_ALL = GEO_FLAG_A | GEO_FLAG_B };

/**
 * A map.
 *
 * Opened by geo_open().
 */
typedef struct geo_map geo_map;

typedef struct {
    unsigned int visible : 1;
    unsigned int kind : 3;
    struct {
        double x, y;
    } at;
    union {
        int64_t number;
        const char *text;
    };
    struct geo_inner { short s; } inner;
    int matrix[3][4];
} geo_mark;

struct geo_options {
    int version;
    /** Called for each mark; return 0 to go on. */
    int (*visit)(const geo_mark *mark, void *state);
    struct tm when;
    struct geo_options *next;
    _Atomic int counter;
};

struct geo_name { int length; char data[]; };
struct __attribute__((packed)) geo_packed { char c; int i; };
typedef void geo_callback(geo_map *map, int code);

geo_map *geo_open(const char *name, geo_callback *done);
int geo_nearest(geo_map *map, geo_point p, geo_point found[2]);
int geo_log(geo_map *map, const char *format, ...);
int geo_vlog(geo_map *map, const char *format, va_list arguments);
/* Old; use geo_open. */
__attribute__((deprecated)) geo_map *geo_open_old(const char *name);
__attribute__((noreturn)) void geo_die(int code);
int (*geo_operation(int which))(int, int);
size_t geo_save(geo_map *map, FILE *file, time_t when);
static inline int geo_twice(int a) { return 2 * a; }
geo_callback geo_default;
float _Complex geo_complex(float _Complex z);
__int128 geo_wide(void);
int geo_close();

extern int geo_errors;
extern const char *const geo_version;

#ifdef __cplusplus
}
#endif
#endif
