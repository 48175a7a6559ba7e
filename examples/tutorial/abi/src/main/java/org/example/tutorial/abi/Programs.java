package org.example.tutorial.abi;

import java.util.List;

/** The programs of the tutorial. Each way from Java to C implements them. */
public interface Programs {
    /** Prints a line by printf, and returns the seconds since 1970. */
    long hello();

    /** Waits until a timer of POSIX has fired. Returns the nanoseconds that this took. */
    long timer();

    /** Returns what C read from a pipe after it had written words that lay in different places. */
    String message();

    /** Returns texts in the order of a tree of C, which asks Java which of two texts comes first. */
    List<String> sorted(List<String> texts);

    /** Sorts numbers in C, the largest first. Java compares them. */
    int[] descending(int... numbers);
}
