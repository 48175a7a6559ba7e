package io.github.cffi4j.compiler.fetch;

import java.io.IOException;

/** Something could not be got from elsewhere; the message says what, why, and what to do. */
public class FetchException extends IOException {
    private static final long serialVersionUID = 1L;

    public FetchException(String message) {
        super(message);
    }

    public FetchException(String message, Throwable cause) {
        super(message, cause);
    }
}
