package io.github.cffi4j;

import io.github.cffi4j.memory.Allocation;
import io.github.cffi4j.memory.Allocator;
import io.github.cffi4j.memory.Lifetime;
import io.github.cffi4j.memory.Segment;
import io.github.cffi4j.memory.Utf8;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Native memory that is freed at once, at the end of a {@code try}.
 *
 * <p>What is allocated from an arena is zeroed, belongs to the arena, and is gone when it closes: later access throws
 * {@link IllegalStateException}. Only the thread that opened an arena may allocate from it and close it. Other threads
 * may read and write its memory, as long as none still does when it closes. An arena that is never closed leaks.
 */
public final class Arena implements Allocator, AutoCloseable {
    private final Thread owner = Thread.currentThread();
    private final Lifetime lifetime = new Lifetime();
    private final Deque<Runnable> closings = new ArrayDeque<>();

    private Arena() {}

    /** A new arena of the current thread. */
    public static Arena open() {
        return new Arena();
    }

    /**
     * New memory of zeros.
     *
     * @throws IllegalStateException if the arena was closed or belongs to another thread
     */
    @Override
    public Segment allocate(long bytes, long alignment) {
        checkOwner();
        lifetime.check();
        Allocation allocation = Allocation.of(bytes, alignment);
        onClose(allocation::free);
        return new Segment(allocation.address(), bytes, lifetime);
    }

    /**
     * A copy of a string as C wants it: UTF-8 and a NUL.
     *
     * @throws IllegalArgumentException if there is a NUL in it, where C would see its end
     */
    public BytePointer string(String string) {
        byte[] encoded = Utf8.encode(string);
        Segment segment = allocate(encoded.length + 1L, 1);
        Utf8.write(segment, encoded);
        return new BytePointer(segment);
    }

    /** Frees everything, the newest first. Closing twice is fine. */
    @Override
    public void close() {
        checkOwner();
        lifetime.end("its arena was closed");
        Throwable failure = null;
        while (!closings.isEmpty()) {
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

    /**
     * Adds what is to be done on closing, before what was added earlier. One that fails keeps none of the others from
     * being done. Only for the thread that opened the arena.
     */
    public void onClose(Runnable closing) {
        closings.push(closing);
    }

    private static void rethrow(Throwable failure) {
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        if (failure instanceof Error error) {
            throw error;
        }
    }

    private void checkOwner() {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException("this arena belongs to thread '%s'; thread '%s' cannot use it"
                    .formatted(owner.getName(), Thread.currentThread().getName()));
        }
    }
}
