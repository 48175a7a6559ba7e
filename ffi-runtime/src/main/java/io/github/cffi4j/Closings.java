package io.github.cffi4j;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The actions to run when an arena closes, the newest first. Not synchronised. */
final class Closings {
    /** {@code null} until the first is added, because most arenas have none. */
    private @Nullable Deque<Runnable> closings;

    void add(Runnable closing) {
        if (closings == null) {
            closings = new ArrayDeque<>();
        }
        closings.push(closing);
    }

    /** Runs all actions, even if some fail, and throws the first failure. */
    void run() {
        @Nullable Throwable failure = null;
        while (closings != null && !closings.isEmpty()) {
            try {
                closings.pop().run();
            } catch (Throwable e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw Closings.<RuntimeException>unchecked(failure);
        }
    }

    /** Throws any exception: code in other languages throws checked ones without declaring them. */
    @SuppressWarnings("unchecked") // Erased: nothing is cast.
    private static <E extends Throwable> RuntimeException unchecked(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
