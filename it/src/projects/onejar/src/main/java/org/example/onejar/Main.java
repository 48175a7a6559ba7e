package org.example.onejar;

import static org.example.geo.Geo.geo_describe;

/** Says where it runs, so that a test knows. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.out.println(geo_describe(3).string() + " on " + System.getProperty("os.arch"));
    }
}
