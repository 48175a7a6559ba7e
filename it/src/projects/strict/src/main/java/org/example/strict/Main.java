package org.example.strict;

import static org.example.geo.Geo.geo_describe;

/** Uses the binding, and nothing of slf4j: it is there for the rules. */
public final class Main {
    private Main() {}

    /** Says what C says. */
    public static void main(String[] arguments) {
        System.out.println("C calls it " + geo_describe(3).string());
    }
}
