package io.github.cffi4j.compiler.process;

import java.io.IOException;

/** Runs programs. An interface so that tests can answer in place of a program. */
@FunctionalInterface
public interface ProcessRunner {

    /**
     * Runs a program to its end, with an empty standard input.
     *
     * @return the result, whatever the exit code
     * @throws CommandNotFoundException if there is no such program
     * @throws CommandTimeoutException if it took longer than the command's time limit; its process tree is dead then
     * @throws IOException if it cannot be started for another reason
     * @throws InterruptedException if this thread was interrupted; the process tree is dead then
     */
    ProcessResult run(Command command) throws IOException, InterruptedException;

    /** The runner that starts real processes. Thread-safe. */
    static ProcessRunner system() {
        return new SystemProcessRunner();
    }

    /**
     * This runner, which waits for its turn where others of the same limit run as many programs already; the count is one
     * for the whole JVM.
     *
     * @param limit how many programs run at once
     */
    default ProcessRunner limitedTo(int limit) {
        return new LimitedProcessRunner(this, limit);
    }
}
