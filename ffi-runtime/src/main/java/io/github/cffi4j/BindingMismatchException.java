package io.github.cffi4j;

/** Thrown when a class and the native library that was loaded for it do not come from the same cdef. */
public final class BindingMismatchException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BindingMismatchException(String message) {
        super(message);
    }
}
