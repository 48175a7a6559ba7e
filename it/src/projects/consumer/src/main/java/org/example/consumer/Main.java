package org.example.consumer;

import static org.example.geo.Geo.geo_describe;

public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.out.println("C calls it " + geo_describe(3).string());
    }
}
