package io.github.cffi4j.compiler.process;

import java.io.IOException;

/** A program ended with an exit code other than zero. */
public final class CommandFailedException extends IOException {
    private static final long serialVersionUID = 1L;

    CommandFailedException(ProcessResult result) {
        super("command failed with exit code " + result.exitCode() + ": "
                + result.command().line() + LastLines.of(result.lines()));
    }
}
