package io.github.cffi4j.generated;

import io.github.cffi4j.Segment;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * A C function that can run Java code, and the code that it runs at present. Thread-safe.
 *
 * @param <T> the functional interface
 */
final class Slot<T> {
    /** The bytes of the glue's {@code struct ffi_slot}: the number, and whether a call was lost. */
    static final int BYTES = 2 * Integer.BYTES;

    private final long address;
    private final long state;
    private volatile @Nullable Bound<T> bound;
    private volatile boolean stale;
    /** Weakly: code refers to what it needs, and whoever passed it is done with it. Only for the thread that has this slot. */
    private Reference<T> code = new WeakReference<>(null);

    /** Code that a C function runs, and what it threw first, if somebody waits for that. */
    static final class Bound<T> {
        final T code;
        final boolean forOneCall;
        volatile @Nullable Throwable failure;

        Bound(T code, boolean forOneCall) {
            this.code = code;
            this.forOneCall = forOneCall;
        }
    }

    /**
     * @param address of the C function
     * @param state the address of the glue's {@code struct ffi_slot}
     */
    Slot(long address, long state) {
        this.address = address;
        this.state = state;
    }

    long address() {
        return address;
    }

    /** What is bound at present; {@code null} if nothing is. */
    @Nullable Bound<T> bound() {
        return bound;
    }

    void bind(Bound<T> code) {
        lost().setInt(0, 0);
        bound = code;
    }

    void unbind() {
        bound = null;
    }

    /** Notes what it ran. */
    void remember(T code) {
        if (!ran(code)) {
            this.code = new WeakReference<>(code);
        }
    }

    /** Returns true if it ran this code last. */
    boolean ran(T code) {
        return this.code.refersTo(code);
    }

    /** Notes that C called it while nothing was bound: C kept a pointer that it must not use any more. */
    void calledInVain() {
        stale = true;
    }

    /** Returns true if C was seen to call it while nothing was bound. */
    boolean stale() {
        return stale;
    }

    void forgive() {
        stale = false;
    }

    /** Returns true if C called it since it was bound, when no stack was left to tell Java. */
    boolean lostCall() {
        return lost().getInt(0) != 0;
    }

    private Segment lost() {
        return Segment.ofAddress(state + Integer.BYTES).slice(0, Integer.BYTES);
    }
}
