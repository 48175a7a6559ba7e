package io.github.cffi4j.inline;

/** Thrown if C cannot be compiled in this program. The message says what is wrong, where, and what to do. */
public final class InlineException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InlineException(String message) {
        super(message);
    }

    InlineException(String message, Throwable cause) {
        super(message, cause);
    }
}
