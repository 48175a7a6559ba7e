package io.github.cffi4j.compiler.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LimitedProcessRunnerTest {
    private static final Command COMMAND = Command.of("compiler");
    /** One that no build on this machine has, for the count is one for the JVM. */
    private static final int LIMIT = 3;

    private final Semaphore mayEnd = new Semaphore(0);
    private final Semaphore started = new Semaphore(0);
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Test
    void modulesSideBySideShareOneLimit() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try {
            List<CompletableFuture<ProcessResult>> all = new ArrayList<>();
            for (int module = 0; module < 3; module++) {
                ProcessRunner runner = ((ProcessRunner) this::run).limitedTo(LIMIT);
                for (int i = 0; i < 4; i++) {
                    all.add(CompletableFuture.supplyAsync(() -> result(runner), threads));
                }
            }
            started.acquire(LIMIT);
            mayEnd.release(all.size());
            for (CompletableFuture<ProcessResult> one : all) {
                assertThat(one.get().succeeded()).isTrue();
            }
            assertThat(most).hasValue(LIMIT);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void afterAFailureItIsTheNextOnesTurn() {
        ProcessRunner failing = ((ProcessRunner) command -> {
                    throw new IOException("broken");
                })
                .limitedTo(1);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> failing.run(COMMAND)).hasMessage("broken");
        }
    }

    private static ProcessResult result(ProcessRunner runner) {
        try {
            return runner.run(COMMAND);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private ProcessResult run(Command command) throws InterruptedException {
        most.accumulateAndGet(running.incrementAndGet(), Math::max);
        started.release();
        mayEnd.acquire();
        running.decrementAndGet();
        return new ProcessResult(command, 0, "", "", List.of());
    }
}
