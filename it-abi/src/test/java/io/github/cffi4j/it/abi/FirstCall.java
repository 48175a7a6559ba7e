package io.github.cffi4j.it.abi;

/** A program of one call. */
final class FirstCall {
    private FirstCall() {}

    public static void main(String[] arguments) {
        // Says nothing: a joined text would need method handles.
        if (Libc.abs(-42) != 42) {
            throw new IllegalStateException("C was not called");
        }
    }
}
