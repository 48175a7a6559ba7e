package io.github.cffi4j.compiler.process;

import java.io.IOException;
import java.util.List;

/** A program did not end within its time limit and was killed, with all that it started. */
public final class CommandTimeoutException extends IOException {
    private static final long serialVersionUID = 1L;

    CommandTimeoutException(Command command, List<String> lines) {
        super("command killed after its time limit of " + command.timeLimit().toMillis() / 1000.0 + " s: "
                + command.line() + LastLines.of(lines));
    }
}
