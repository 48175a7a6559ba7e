package io.github.cffi4j.inline;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.compiler.project.BindingGenerator;
import io.github.cffi4j.compiler.project.CompilationException;
import io.github.cffi4j.compiler.project.FfiProject;
import io.github.cffi4j.compiler.verify.PreambleException;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A check of a cdef by the compiler, in a thread of its own. Closing stops it. */
final class BackgroundCheck implements AutoCloseable {
    private final FutureTask<Void> task;
    private final Thread thread;

    private BackgroundCheck(FfiProject project) {
        task = new FutureTask<>(() -> {
            new BindingGenerator(project).check();
            return null;
        });
        thread = new Thread(task, "ffi-inline-check");
        thread.setDaemon(true);
    }

    static BackgroundCheck start(FfiProject project) {
        BackgroundCheck check = new BackgroundCheck(project);
        check.thread.start();
        return check;
    }

    /** Waits for the result. */
    void await() throws IOException, InterruptedException, CdefException, PreambleException, CompilationException {
        try {
            task.get();
        } catch (ExecutionException e) {
            Throwable failure = e.getCause();
            if (failure instanceof CdefException wrong) {
                throw wrong;
            } else if (failure instanceof PreambleException wrong) {
                throw wrong;
            } else if (failure instanceof CompilationException wrong) {
                throw wrong;
            } else if (failure instanceof IOException failed) {
                throw failed;
            } else if (failure instanceof InterruptedException interrupted) {
                throw interrupted;
            } else if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }
    }

    /** Stops it, and waits until it writes no more. */
    @Override
    public void close() {
        task.cancel(true);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
