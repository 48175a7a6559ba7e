package io.github.cffi4j.compiler.nativebuild;

import java.io.IOException;

/** A native build failed; the message says where, shows the first error, and names the log. */
public final class NativeBuildException extends IOException {
    private static final long serialVersionUID = 1L;

    public NativeBuildException(String message) {
        super(message);
    }
}
