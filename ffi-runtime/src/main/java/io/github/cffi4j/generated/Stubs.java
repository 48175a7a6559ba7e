package io.github.cffi4j.generated;

import io.github.cffi4j.Arena;
import io.github.cffi4j.FunctionPointer;
import io.github.cffi4j.Segment;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * C functions that run Java code, for one type of function pointer: some that are compiled into the library, and copies of
 * them as they are needed. No memory is ever both writable and executable. Thread-safe.
 *
 * @param <T> the functional interface
 */
public final class Stubs<T> {
    private final String name;
    private final String maker;
    private final SlotPool<T> pool;

    /** Where more C functions come from: the library's glue. */
    public interface Source {
        /**
         * Maps the C functions once more.
         *
         * @param stubs the glue's {@code struct ffi_stubs}
         * @param first the number of the first of the new ones
         * @return how far the new ones are behind the compiled ones, 0 if there can be none
         */
        long more(Segment stubs, int first);

        /**
         * Makes as many C functions again, if they are not copies of compiled ones.
         *
         * @param stubs the first {@code struct ffi_stubs}
         * @param first the number of the first of the new ones
         * @return the address of a {@code struct ffi_stubs} that has them; 0 if {@link #more} has to be asked
         */
        default long next(Segment stubs, int first) {
            return 0;
        }
    }

    /**
     * @param name the type, for messages
     * @param stubs the address of the glue's {@code struct ffi_stubs}
     */
    public Stubs(String name, long stubs, Source source) {
        this(name, name + ".stub", stubs, source);
    }

    /**
     * The same for types whose stubs another method makes.
     *
     * @param maker the method, for messages
     */
    public Stubs(String name, String maker, long stubs, Source source) {
        this.name = name;
        this.maker = maker;
        this.pool = new SlotPool<>(name, stubs, source);
    }

    /**
     * Those of a type that belongs to another binding.
     *
     * @param answered code of that type with an answer for C, which that binding makes
     */
    @SuppressWarnings("unchecked") // It is of the type, and its class has the C functions for that.
    public static <T> Stubs<T> of(T answered) {
        return ((AnsweredCode<T>) answered).stubs();
    }

    /**
     * A C function that runs the code until the arena closes; as long as it is reachable, an automatic arena does not.
     *
     * @throws IllegalStateException if there are no more, or the arena was closed or belongs to another thread
     */
    public Segment bind(Arena arena, T code) {
        Slot<T> slot = occupy(new Slot.Bound<>(code, false));
        try {
            arena.onClose(() -> free(slot), code.getClass());
        } catch (IllegalStateException refused) {
            free(slot);
            throw refused;
        }
        return Segment.ofAddress(slot.address()).within(arena);
    }

    /** The code as an argument of one call: closed, and its C function free again, when the call has returned. */
    public Use use(@Nullable T code) {
        if (code == null) {
            return new Use(null, null, 0);
        } else if (code instanceof FunctionPointer pointer) {
            return new Use(null, null, address(pointer));
        }
        Slot.Bound<T> bound = new Slot.Bound<>(code, true);
        Slot<T> slot = pool.acquire(code);
        slot.bind(bound);
        return new Use(slot, bound, slot.address());
    }

    /**
     * The address of a C function, for a call.
     *
     * @throws IllegalStateException if it is a stub whose arena was closed
     */
    public long address(FunctionPointer pointer) {
        if (!pointer.segment().isOpen()) {
            throw new IllegalStateException(
                    "the arena of this " + name + " was closed, and with it its C function; make it by " + maker
                            + "(arena, ...) with an arena that is open as long as it is used");
        }
        return pointer.address();
    }

    /**
     * The address of an object to keep in C memory.
     *
     * @throws IllegalArgumentException if it is a lambda: nobody would say how long it is needed
     * @throws IllegalStateException if it is a stub whose arena was closed
     */
    public long keep(@Nullable T code) {
        if (code == null) {
            return 0;
        } else if (code instanceof FunctionPointer pointer) {
            return address(pointer);
        }
        throw new IllegalArgumentException(String.format(
                Locale.ROOT,
                "C keeps this function pointer: give a stub that lives as long, as in %s(arena, ...)",
                maker));
    }

    /**
     * The code of a C function that was called.
     *
     * @param number of the function; negative if the stack has no room for its code
     * @throws IllegalStateException if nothing is bound to it
     * @throws StackOverflowError if the number is negative
     */
    public T code(int number) {
        if (number < 0) {
            throw Upcalls.noStack(name);
        }
        Slot<T> slot = pool.get(number);
        Slot.Bound<T> bound = slot.bound();
        if (bound == null) {
            slot.calledInVain();
            throw new IllegalStateException(
                    "C called a " + name + " whose arena was closed, or a lambda that was given to"
                            + " a call and that C kept; make what C keeps by " + maker + "(arena, ...)");
        }
        return bound.code;
    }

    /**
     * Takes what the code threw: for the caller of the call it was passed to, else for the thread's handler. Throws nothing
     * and, for such a caller, allocates nothing: what was thrown may say that no memory or stack is left.
     *
     * @return whether the code has an answer for C instead, which {@link #answer} gives
     */
    public boolean failed(int number, Throwable failure) {
        Slot.Bound<T> bound = bound(number);
        if (bound != null && bound.code instanceof AnsweredCode<?>) {
            return true;
        } else if (bound == null || !bound.forOneCall) {
            Upcalls.report(bound == null ? name : nameOf(bound.code), failure, false);
        } else if (bound.failure == null) {
            bound.failure = failure;
        }
        return false;
    }

    private String nameOf(T code) {
        return code instanceof Named named ? named.name() : name;
    }

    /** Code that knows a better name for its type. */
    public interface Named {
        /** Returns the name, for messages. */
        String name();
    }

    /**
     * Gives C the answer of code that threw.
     *
     * @param again gives C what other code gives
     */
    public void answer(int number, Throwable failure, Consumer<T> again) {
        Slot.Bound<T> bound = bound(number);
        AnsweredCode.Outcome outcome = AnsweredCode.answer(bound == null ? null : bound.code, failure, again);
        if (bound == null || !bound.forOneCall) {
            Upcalls.report(name, outcome);
        } else if (bound.failure == null) {
            bound.failure = outcome.failure().orElse(null);
        }
    }

    private Slot.@Nullable Bound<T> bound(int number) {
        return pool.get(number < 0 ? ~number : number).bound();
    }

    private Slot<T> occupy(Slot.Bound<T> bound) {
        Slot<T> slot = pool.acquire();
        slot.bind(bound);
        return slot;
    }

    private void free(Slot<T> slot) {
        boolean lost = slot.lostCall();
        slot.unbind();
        pool.release(slot);
        if (lost) {
            Upcalls.report(name, Upcalls.noStack(name), false);
        }
    }

    /** A function pointer for the time of one call. */
    public final class Use implements AutoCloseable {
        private final @Nullable Slot<T> slot;
        /** Not read back from the slot: C2 of Java 17 for ARM64 was seen to find nothing there. */
        private final Slot.@Nullable Bound<T> bound;

        private final long address;

        private Use(@Nullable Slot<T> slot, Slot.@Nullable Bound<T> bound, long address) {
            this.slot = slot;
            this.bound = bound;
            this.address = address;
        }

        /** What C gets; 0 for {@code null}. */
        public long address() {
            return address;
        }

        /** Frees the C function; throws what the code threw, whatever it is, now that control is back in Java. */
        @Override
        public void close() {
            if (slot != null) {
                boolean lost = slot.lostCall();
                slot.unbind();
                Throwable failure = bound.failure;
                pool.release(slot, bound.code);
                if (failure != null) {
                    throw Upcalls.<RuntimeException>unchecked(failure);
                } else if (lost) {
                    throw Upcalls.noStack(name);
                }
            }
        }
    }
}
