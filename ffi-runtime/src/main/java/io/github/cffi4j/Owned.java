package io.github.cffi4j;

import io.github.cffi4j.memory.Cleanup;
import io.github.cffi4j.memory.Lifetime;
import java.util.function.Consumer;

/**
 * A pointer that C gave and Java looks after: its destructor runs once, when this is closed, or else some time after
 * nothing in Java refers to the pointer any more.
 *
 * <pre>{@code
 * try (Owned<station> mine = station.owned(station_open("Zugspitze"), Weather::station_close)) {
 *     station_mean(mine.get());
 * }
 * }</pre>
 *
 * <p>After closing the pointer is gone: using it throws {@link IllegalStateException}. What C still knows of it, and
 * which thread may destroy it, is the caller's to know: without a {@code close} the destructor runs on a thread of the
 * runtime, and what it throws goes to that thread's uncaught-exception handler. This object may be used by any thread.
 *
 * @param <T> the class of the pointer
 */
public final class Owned<T extends Pointer> implements AutoCloseable {
    private final T pointer;
    private final T original;
    private final Lifetime lifetime;
    private final Cleanup cleanup;

    Owned(T original, Consumer<? super T> destructor, PointerType<T> type) {
        this.original = original;
        this.lifetime = original.segment().lifetime().renewed();
        this.pointer = type.of(original.segment().within(lifetime));
        this.cleanup = Cleanup.of(lifetime, destructor.getClass(), () -> destructor.accept(original));
    }

    /** The pointer. While anything refers to it, the destructor does not run unless {@link #close} is called. */
    public T get() {
        return pointer;
    }

    /** Runs the destructor, unless that was done before, and throws what it throws. */
    @Override
    public void close() {
        lifetime.end("it was closed");
        cleanup.run();
    }

    /**
     * Gives the pointer up: the destructor will never run, C or whoever gets the result looks after it. What {@link
     * #get} gave is gone.
     *
     * @throws IllegalStateException if it was closed or given up before
     */
    public T disown() {
        lifetime.check();
        if (!cleanup.cancel()) {
            throw new IllegalStateException("another thread closed or disowned this " + original);
        }
        lifetime.end("it was disowned");
        return original;
    }

    @Override
    public String toString() {
        return "Owned[" + original + "]";
    }
}
