package io.github.cffi4j.compiler.process;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Runs no more programs at once than a limit, counted over the whole JVM: Maven builds modules side by side with
 * {@code -T}, and each would otherwise start as many compilers as there are processors. Thread-safe.
 */
final class LimitedProcessRunner implements ProcessRunner {
    /** By limit, so that all modules with the same setting share one. */
    private static final Map<Integer, Semaphore> RUNNING = new ConcurrentHashMap<>();

    private final ProcessRunner runner;
    private final Semaphore running;

    LimitedProcessRunner(ProcessRunner runner, int limit) {
        this.runner = runner;
        this.running = RUNNING.computeIfAbsent(limit, permits -> new Semaphore(permits, true));
    }

    @Override
    public ProcessResult run(Command command) throws IOException, InterruptedException {
        running.acquire();
        try {
            return runner.run(command);
        } finally {
            running.release();
        }
    }
}
