package io.github.cffi4j.compiler.process;

import java.util.List;

/**
 * The outcome of a program that ended by itself. Immutable. Text is decoded as UTF-8, every line ends in a single newline.
 *
 * @param command what was run
 * @param exitCode zero for success by convention
 * @param stdout the standard output
 * @param stderr the standard error
 * @param lines the lines of both, in the order of their arrival
 */
public record ProcessResult(Command command, int exitCode, String stdout, String stderr, List<String> lines) {

    public ProcessResult {
        lines = List.copyOf(lines);
    }

    /** Returns true if the exit code is zero. */
    public boolean succeeded() {
        return exitCode == 0;
    }

    /**
     * This result if the program succeeded.
     *
     * @throws CommandFailedException if it did not; the message ends with the last lines of its output
     */
    public ProcessResult orThrow() throws CommandFailedException {
        if (!succeeded()) {
            throw new CommandFailedException(this);
        }
        return this;
    }
}
