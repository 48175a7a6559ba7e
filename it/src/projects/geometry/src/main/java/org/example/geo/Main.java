package org.example.geo;

import static org.example.geo.Geo.*;

import io.github.cffi4j.Arena;

public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        try (Arena arena = Arena.open()) {
            geo_point a = geo_point.allocate(arena).x(1).y(1);
            geo_point b = geo_point.allocate(arena).x(4).y(5);
            System.out.println(geo_describe(3).string() + " in " + GEO_DIMENSIONS + " dimensions");
            System.out.println("distance: " + geo_distance(a, b));
        }
    }
}
