package org.example.facade;

import org.example.numbers.Numbers;

public final class Distance {
    private Distance() {}

    public static int between(int a, int b) {
        return Numbers.abs(a - b);
    }
}
