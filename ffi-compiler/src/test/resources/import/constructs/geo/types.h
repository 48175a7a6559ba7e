#pragma once
// A point,
// in degrees.
typedef struct geo_point {
    double x; ///< east
    double y; ///< north
} geo_point;
