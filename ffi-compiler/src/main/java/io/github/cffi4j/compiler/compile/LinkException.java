package io.github.cffi4j.compiler.compile;

import java.io.IOException;

/** A library cannot be linked; the message has the linker's words and what to do. */
public final class LinkException extends IOException {
    private static final long serialVersionUID = 1L;

    LinkException(String message) {
        super(message);
    }
}
