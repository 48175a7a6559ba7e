#ifndef STATION_H
#define STATION_H

#include <stddef.h>

#define STATION_NAME_LENGTH 32
#define STATION_FREEZING 0

enum sky { SKY_CLEAR, SKY_CLOUDY, SKY_RAIN = 10 };

typedef struct station station;

struct reading {
    double celsius;
    unsigned char humidity;
    enum sky sky;
    long long taken;
};

station *station_open(const char *name);
const char *station_name(const station *s);
int station_add(station *s, const struct reading *r);
int station_latest(const station *s, struct reading *out);
size_t station_count(const station *s);
double station_mean(const station *s);
void station_close(station *s);

#endif
