package org.example.application;

import org.example.facade.Distance;

public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.out.println("C says " + Distance.between(3, 7));
    }
}
