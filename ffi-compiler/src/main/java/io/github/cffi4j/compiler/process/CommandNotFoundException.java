package io.github.cffi4j.compiler.process;

import java.io.IOException;

/** There is no such program on this machine, or not under this path. */
public final class CommandNotFoundException extends IOException {
    private static final long serialVersionUID = 1L;

    public CommandNotFoundException(Command command) {
        super("command not found: " + command.program() + " (wanted for: " + command.line()
                + "); install it, or put its folder on the PATH");
    }
}
