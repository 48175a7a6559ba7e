package org.example.application;

import org.example.middle.Names;

/** Knows nothing of C. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.out.println("it is " + Names.ofShape(3));
    }
}
