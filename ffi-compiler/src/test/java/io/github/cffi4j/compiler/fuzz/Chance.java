package io.github.cffi4j.compiler.fuzz;

import java.util.List;
import java.util.Random;

/** Choices that a seed repeats. */
final class Chance {
    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    /** From 0 to {@code bound - 1}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    String pick(String... all) {
        return all[random.nextInt(all.length)];
    }
}
