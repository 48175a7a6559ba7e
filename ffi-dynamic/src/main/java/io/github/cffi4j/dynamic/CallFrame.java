package io.github.cffi4j.dynamic;

import io.github.cffi4j.Segment;
import io.github.cffi4j.engine.Callback;
import io.github.cffi4j.engine.Engine;
import io.github.cffi4j.engine.Signature;
import io.github.cffi4j.generated.Scratch;
import io.github.cffi4j.generated.Stubs;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The copies and callbacks that live until a call returns. For one thread. */
final class CallFrame implements AutoCloseable {
    /** Of the thread; {@code null} until something is put there. */
    private @Nullable Scratch scratch;

    private long mark;
    private final boolean ofCallback;
    private @Nullable Deque<Stubs<?>.Use> callbacks;

    /**
     * @param ofCallback whether Java returns to C, so that copies would be gone when C reads them
     */
    CallFrame(boolean ofCallback) {
        this.ofCallback = ofCallback;
    }

    /** Returns the strings and bytes of this call. */
    Scratch scratch() {
        if (scratch == null) {
            scratch = Scratch.ofThread();
            mark = scratch.mark();
        }
        return scratch;
    }

    /** Returns zeroed memory. */
    Segment memory(long bytes) {
        return Segment.ofAddress(scratch().bytes(new byte[Math.toIntExact(bytes)]), bytes);
    }

    /**
     * Refuses what would live only until this returns.
     *
     * @param fix what to pass instead
     */
    void requireShortUse(String what, String fix) {
        if (ofCallback) {
            throw new IllegalArgumentException(what + " goes to C, which reads it later; " + fix);
        }
    }

    /** Returns the address of a C function that runs the code until this is closed. */
    long callback(Signature signature, Callback code) {
        Stubs<?>.Use use = Engine.use(signature, code);
        if (callbacks == null) {
            callbacks = new ArrayDeque<>();
        }
        callbacks.push(use);
        return use.address();
    }

    /** Ends all; throws what a callback threw. */
    @Override
    public void close() {
        try {
            end();
        } finally {
            if (scratch != null) {
                scratch.release(mark);
            }
        }
    }

    /** The last one throws, as from a {@code try} with several resources; what others threw is suppressed. */
    private void end() {
        Throwable thrown = null;
        while (callbacks != null && !callbacks.isEmpty()) {
            try {
                callbacks.pop().close();
            } catch (Throwable another) {
                if (thrown == null) {
                    thrown = another;
                } else if (thrown != another) {
                    thrown.addSuppressed(another);
                }
            }
        }
        if (thrown != null) {
            throw TypedCallback.unchecked(thrown);
        }
    }
}
