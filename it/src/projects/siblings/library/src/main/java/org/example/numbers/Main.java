package org.example.numbers;

/** A program of the library's own module, as its author starts it. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.out.println("C says " + Numbers.abs(-4));
    }
}
