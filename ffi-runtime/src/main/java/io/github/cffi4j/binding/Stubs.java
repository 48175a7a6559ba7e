package io.github.cffi4j.binding;

import io.github.cffi4j.Arena;
import io.github.cffi4j.FunctionPointer;
import io.github.cffi4j.Pointer;
import io.github.cffi4j.memory.Segment;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

/**
 * C functions that run Java code: a bounded number for each type of function pointer, compiled into the library, so that
 * no memory is ever both writable and executable. Thread-safe.
 *
 * @param <T> the functional interface
 */
public final class Stubs<T> {
    private final String name;
    private final Segment table;
    private final AtomicReferenceArray<Bound<T>> slots;

    private static final class Bound<T> {
        final T code;
        final boolean forOneCall;
        volatile Throwable failure;

        Bound(T code, boolean forOneCall) {
            this.code = code;
            this.forOneCall = forOneCall;
        }
    }

    /**
     * @param name the type, for messages
     * @param table the address of the C functions' addresses
     * @param capacity how many there are
     */
    public Stubs(String name, long table, int capacity) {
        this.name = name;
        this.table = Segment.ofAddress(table).slice(0, (long) capacity * Segment.ADDRESS_SIZE);
        this.slots = new AtomicReferenceArray<>(capacity);
    }

    /**
     * A C function that runs the code until the arena closes; as long as it is reachable, an automatic arena does not.
     *
     * @throws IllegalStateException if all are in use, or the arena was closed or belongs to another thread
     */
    public Segment bind(Arena arena, T code) {
        int slot = occupy(new Bound<>(code, false));
        try {
            arena.onClose(() -> slots.set(slot, null), code.getClass());
        } catch (IllegalStateException refused) {
            slots.set(slot, null);
            throw refused;
        }
        return Segment.ofAddress(address(slot)).within(arena.lifetime());
    }

    private long address(int slot) {
        return table.getAddress((long) slot * Segment.ADDRESS_SIZE);
    }

    /** The code as an argument of one call: closed, and its C function free again, when the call has returned. */
    public Use use(T code) {
        if (code == null) {
            return new Use(-1, 0);
        } else if (code instanceof FunctionPointer pointer) {
            return new Use(-1, Pointer.address(pointer));
        }
        int slot = occupy(new Bound<>(code, true));
        return new Use(slot, address(slot));
    }

    /**
     * The address of what is to be kept in C memory.
     *
     * @throws IllegalArgumentException if it is a lambda: nobody would say how long it is needed
     */
    public long keep(T code) {
        if (code == null) {
            return 0;
        } else if (code instanceof FunctionPointer pointer) {
            return Pointer.address(pointer);
        }
        throw new IllegalArgumentException(String.format(
                Locale.ROOT,
                "C keeps this function pointer: give a stub that lives as long, as in %s.stub(arena, ...)",
                name));
    }

    /** The code of a C function that was called. */
    public T code(int slot) {
        Bound<T> bound = slots.get(slot);
        if (bound == null) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "C called a %1$s whose arena was closed, or a lambda that was given to a call and that C kept; make what C keeps by %1$s.stub(arena, ...)",
                    name));
        }
        return bound.code;
    }

    /**
     * Takes what the code threw, unless it has handled that itself: for the caller of the call it was passed to, else for the
     * thread's handler.
     *
     * @param again gives C what other code gives
     */
    public void failed(int slot, Throwable failure, Consumer<T> again) {
        Bound<T> bound = slots.get(slot);
        AnsweredCode.Outcome outcome = AnsweredCode.answer(bound == null ? null : bound.code, failure, again);
        if (bound == null || !bound.forOneCall) {
            Upcalls.report(name, outcome);
        } else if (bound.failure == null) {
            bound.failure = outcome.failure().orElse(null);
        }
    }

    private int occupy(Bound<T> bound) {
        for (int slot = 0; slot < slots.length(); slot++) {
            if (slots.compareAndSet(slot, null, bound)) {
                return slot;
            }
        }
        throw new IllegalStateException(String.format(
                Locale.ROOT,
                "all %d C functions of type %s are in use; close arenas whose stubs C no longer needs",
                slots.length(),
                name));
    }

    /** A function pointer for the time of one call. */
    public final class Use implements AutoCloseable {
        private final int slot;
        private final long address;

        private Use(int slot, long address) {
            this.slot = slot;
            this.address = address;
        }

        /** What C gets; 0 for {@code null}. */
        public long address() {
            return address;
        }

        /** Frees the C function; throws what the code threw, now that control is back in Java. */
        @Override
        public void close() {
            if (slot >= 0) {
                Throwable failure = slots.getAndSet(slot, null).failure;
                if (failure instanceof RuntimeException exception) {
                    throw exception;
                } else if (failure instanceof Error error) {
                    throw error;
                }
            }
        }
    }
}
