package io.github.cffi4j;

import java.util.ArrayDeque;
import java.util.Deque;

/** What is to be done when an arena closes, the newest first. Not synchronised. */
final class Closings {
    /** Made for the first: most arenas have none. */
    private Deque<Runnable> closings;

    void add(Runnable closing) {
        if (closings == null) {
            closings = new ArrayDeque<>();
        }
        closings.push(closing);
    }

    /** Does all, though some fail, and throws the first failure. */
    void run() {
        Throwable failure = null;
        while (closings != null && !closings.isEmpty()) {
            try {
                closings.pop().run();
            } catch (RuntimeException | Error e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        rethrow(failure);
    }

    private static void rethrow(Throwable failure) {
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        if (failure instanceof Error error) {
            throw error;
        }
    }
}
