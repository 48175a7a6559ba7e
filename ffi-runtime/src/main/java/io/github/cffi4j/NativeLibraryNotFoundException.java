package io.github.cffi4j;

/**
 * Thrown when a native library cannot be had; the message says for which machine, where it was looked for, and what to do.
 *
 * <p>It is an error, as System.load's own is: generated classes load in their static initialiser, where Java shows an error
 * as it is but wraps an exception, and its message with it, in an ExceptionInInitializerError. Programs that have another
 * way without the library catch {@link UnsatisfiedLinkError}.
 */
public final class NativeLibraryNotFoundException extends UnsatisfiedLinkError {
    private static final long serialVersionUID = 1;

    /** Says what was looked for, where, and what to do. */
    public NativeLibraryNotFoundException(String message) {
        super(message);
    }
}
