package io.github.cffi4j;

/**
 * Thrown when a native library cannot be loaded. The message names the machine, the places that were searched, and what
 * to do.
 *
 * <p>This is an error, like the one of {@link System#load}. Generated classes load the library in their static
 * initialiser. There, Java throws an error unchanged, but hides the message of an exception in an
 * {@link ExceptionInInitializerError}. Programs that can do without the library catch {@link UnsatisfiedLinkError}.
 */
public final class NativeLibraryNotFoundException extends UnsatisfiedLinkError {
    private static final long serialVersionUID = 1;

    /** Creates the error; the message says what was looked for, where, and what to do. */
    public NativeLibraryNotFoundException(String message) {
        super(message);
    }
}
