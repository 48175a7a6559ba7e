package io.github.cffi4j;

/**
 * Thrown when a class and the native library that was loaded for it do not come from the same cdef. An error, as {@link
 * NativeLibraryNotFoundException} is, and for the same reason.
 */
public final class BindingMismatchException extends LinkageError {
    private static final long serialVersionUID = 1;

    /** Says which of the two says what. */
    public BindingMismatchException(String message) {
        super(message);
    }
}
