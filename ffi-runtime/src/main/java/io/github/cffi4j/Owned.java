package io.github.cffi4j;

import io.github.cffi4j.internal.memory.Cleanup;
import io.github.cffi4j.internal.memory.Lifetime;
import java.util.function.Consumer;

/**
 * A pointer from C that Java destroys. Its destructor runs once: when this object is closed, or otherwise some time
 * after nothing in Java refers to the pointer any more.
 *
 * <pre>{@code
 * try (Owned<station> mine = station.owned(station_open("Zugspitze"), Weather::station_close)) {
 *     station_mean(mine.get());
 * }
 * }</pre>
 *
 * <p>After closing, using the pointer throws {@link IllegalStateException}. The caller must make sure that C no longer
 * uses it, and that the right thread destroys it. Without a {@code close}, the destructor runs on a thread of the
 * runtime, and that thread's uncaught-exception handler gets its exceptions. Any thread may use this object.
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

    /** Returns the pointer. While anything refers to it, the destructor runs only if {@link #close} is called. */
    public T get() {
        return pointer;
    }

    /** Runs the destructor, unless it ran before, and throws its exceptions. */
    @Override
    public void close() {
        lifetime.end("it was closed");
        cleanup.run();
    }

    /**
     * Gives up the pointer. The destructor will never run; the caller or C must destroy the result. The pointer that
     * {@link #get} returned is no longer valid.
     *
     * @return the pointer from C, without an owner
     * @throws IllegalStateException if this was closed or disowned before
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
