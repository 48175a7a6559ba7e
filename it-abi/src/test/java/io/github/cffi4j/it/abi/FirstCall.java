package io.github.cffi4j.it.abi;

/** A program of one call. */
final class FirstCall {
    private FirstCall() {}

    public static void main(String[] arguments) {
        System.out.println("called " + Libc.abs(-42));
    }
}
