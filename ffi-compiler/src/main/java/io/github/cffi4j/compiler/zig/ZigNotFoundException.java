package io.github.cffi4j.compiler.zig;

import java.io.IOException;

/** There is no zig to compile with; the message says what was tried, why each failed, and what to do. */
public final class ZigNotFoundException extends IOException {
    private static final long serialVersionUID = 1L;

    ZigNotFoundException(String message) {
        super(message);
    }

    ZigNotFoundException(String message, Throwable cause) {
        super(message, cause);
    }
}
