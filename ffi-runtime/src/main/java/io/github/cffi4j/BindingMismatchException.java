package io.github.cffi4j;

/**
 * Thrown when a class and the native library that was loaded for it do not come from the same cdef. This is an error
 * for the same reason as {@link NativeLibraryNotFoundException}.
 */
public final class BindingMismatchException extends LinkageError {
    private static final long serialVersionUID = 1;

    /** Creates the error; the message says what the class and the library expect. */
    public BindingMismatchException(String message) {
        super(message);
    }
}
