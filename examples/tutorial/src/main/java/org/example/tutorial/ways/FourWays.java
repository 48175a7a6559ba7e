package org.example.tutorial.ways;

import java.util.Arrays;
import java.util.List;
import org.example.tutorial.abi.AbiModule;
import org.example.tutorial.abi.Programs;

/** Runs each program of the tutorial in each way. */
public final class FourWays {
    private FourWays() {}

    public static void main(String[] arguments) {
        for (Programs way : List.of(new AbiInLine(), new AbiModule(), new ApiInLine(), new ApiModule())) {
            System.out.println(way.getClass().getSimpleName());
            System.out.println(way.hello() + " seconds since 1970");
            System.out.println(way.timer() / 1_000_000 + " ms");
            System.out.println(way.message());
            System.out.println(way.sorted(List.of("plum", "apple", "cherry")));
            System.out.println(Arrays.toString(way.descending(2, 3, 1)));
        }
    }
}
