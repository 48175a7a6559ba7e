package io.github.cffi4j.compiler.process;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Ends a process and everything it started. */
final class ProcessTree {
    /** A killed process is gone in milliseconds, unless the kernel holds it (a hung network disk). */
    private static final Duration GONE_WITHIN = Duration.ofSeconds(10);

    private ProcessTree() {}

    /** Kills the process and its descendants, and waits until they are gone. Does not react to an interrupt. */
    static void kill(ProcessHandle process) {
        // Parents first, so that none starts another child while its children are being killed.
        List<ProcessHandle> tree =
                Stream.concat(Stream.of(process), process.descendants()).toList();
        tree.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture<?>[] ends = tree.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends)
                    .orTimeout(GONE_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            // Nothing more can be done about a process that the kernel does not let go.
        }
    }
}
