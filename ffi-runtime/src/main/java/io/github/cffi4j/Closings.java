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

    /** Languages other than Java have no checked exceptions, so code of theirs throws any. */
    @SuppressWarnings("unchecked") // Erased: nothing is cast.
    private static <E extends Throwable> RuntimeException unchecked(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
