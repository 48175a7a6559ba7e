package org.example.middle;

import static org.example.geo.Geo.geo_describe;

/** What a library does with another. */
public final class Names {
    private Names() {}

    public static String ofShape(int corners) {
        return geo_describe(corners).string();
    }
}
