package io.github.cffi4j;

/** Thrown when a native library cannot be had; the message says for which machine, where it was looked for, and what to do. */
public final class NativeLibraryNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NativeLibraryNotFoundException(String message) {
        super(message);
    }
}
