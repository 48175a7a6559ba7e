package io.github.cffi4j.it.contract;

/** A program of one call that needs no memory, no text and no callback. */
final class FirstCall {
    private FirstCall() {}

    public static void main(String[] arguments) {
        System.out.println("called " + Scalars.same_int(42));
    }
}
