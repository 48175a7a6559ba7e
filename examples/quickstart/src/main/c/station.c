#include "station.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct station {
    char name[STATION_NAME_LENGTH];
    struct reading *readings;
    size_t count;
    size_t room;
};

station *station_open(const char *name) {
    station *s = calloc(1, sizeof *s);
    if (s != NULL) {
        strncpy(s->name, name, sizeof s->name - 1);
    }
    return s;
}

const char *station_name(const station *s) {
    return s->name;
}

/* 0, or -1 if there is no memory left or the temperature is not a number. */
int station_add(station *s, const struct reading *r) {
    if (isnan(r->celsius)) {
        return -1;
    }
    if (s->count == s->room) {
        size_t room = s->room == 0 ? 8 : 2 * s->room;
        struct reading *more = realloc(s->readings, room * sizeof *more);
        if (more == NULL) {
            return -1;
        }
        s->readings = more;
        s->room = room;
    }
    s->readings[s->count++] = *r;
    return 0;
}

/* 1 and the latest reading, or 0 if there is none. */
int station_latest(const station *s, struct reading *out) {
    if (s->count == 0) {
        return 0;
    }
    *out = s->readings[s->count - 1];
    return 1;
}

size_t station_count(const station *s) {
    return s->count;
}

double station_mean(const station *s) {
    double sum = 0;
    for (size_t i = 0; i < s->count; i++) {
        sum += s->readings[i].celsius;
    }
    return s->count == 0 ? NAN : sum / (double)s->count;
}

void station_close(station *s) {
    if (s != NULL) {
        free(s->readings);
        free(s);
    }
}
