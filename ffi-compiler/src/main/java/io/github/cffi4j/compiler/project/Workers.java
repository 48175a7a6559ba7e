package io.github.cffi4j.compiler.project;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Threads that run tasks side by side. Closing stops what still runs, and the programs it started. */
final class Workers implements AutoCloseable {
    private static final long SECONDS_TO_STOP = 30;

    private final LinkedBlockingDeque<Runnable> waiting = new LinkedBlockingDeque<>();
    private final ThreadPoolExecutor pool;

    Workers(int threads) {
        this.pool = new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, waiting, runnable -> {
            Thread thread = new Thread(runnable, "ffi-worker");
            thread.setDaemon(true);
            return thread;
        });
        pool.prestartAllCoreThreads();
    }

    /** The exception of a task. */
    @FunctionalInterface
    interface Task<R> {
        R run() throws IOException, InterruptedException;
    }

    /** Starts a task as soon as a thread is free. */
    <R> CompletableFuture<R> start(Task<R> task) {
        return CompletableFuture.supplyAsync(supplier(task), pool);
    }

    /**
     * Starts a task once all the others have ended well, before whatever else waits: people see a library finished as soon
     * as it can be, not when everything is compiled.
     */
    <A, R> CompletableFuture<R> startAfter(List<CompletableFuture<A>> others, Task<R> task) {
        return CompletableFuture.allOf(others.toArray(CompletableFuture[]::new))
                .thenApplyAsync(done -> supplier(task).get(), waiting::addFirst);
    }

    /** The results of all, in order. */
    static <R> List<R> await(List<CompletableFuture<R>> futures) throws IOException, InterruptedException {
        List<R> results = new ArrayList<>();
        for (CompletableFuture<R> future : futures) {
            results.add(await(future));
        }
        return results;
    }

    /** The result; what the task threw is thrown here. */
    static <R> R await(CompletableFuture<R> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            while (cause instanceof CompletionException && cause.getCause() != null) {
                cause = cause.getCause();
            }
            if (cause instanceof IOException failure) {
                throw failure;
            } else if (cause instanceof InterruptedException interrupt) {
                throw interrupt;
            } else if (cause instanceof RuntimeException failure) {
                throw failure;
            } else if (cause instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(cause);
        }
    }

    private static <R> Supplier<R> supplier(Task<R> task) {
        return () -> {
            try {
                return task.run();
            } catch (IOException | InterruptedException e) {
                throw new CompletionException(e);
            }
        };
    }

    @Override
    public void close() {
        pool.shutdownNow();
        try {
            // Interrupted tasks end their programs; until then files are still being written.
            pool.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
