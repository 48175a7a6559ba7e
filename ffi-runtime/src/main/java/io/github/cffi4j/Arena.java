package io.github.cffi4j;

import io.github.cffi4j.internal.memory.Lifetime;
import io.github.cffi4j.internal.memory.Utf8;
import io.github.cffi4j.internal.memory.WideText;

/**
 * An owner of native memory that is freed together.
 *
 * <p>Memory from an arena is zeroed and belongs to the arena. After the arena closes, every access to it throws
 * {@link IllegalStateException}. There are three kinds, as in {@code java.lang.foreign}:
 *
 * <ul>
 *   <li>{@link #open}: for one thread, usually in a {@code try}. Only that thread may allocate and close.
 *   <li>{@link #openShared}: any thread may allocate and close.
 *   <li>{@link #automatic}: any thread may allocate; it closes itself.
 * </ul>
 *
 * <p>Only the thread that opened an arena of the first kind may use its memory. In other threads, reading, writing and
 * passing it to C throws {@link IllegalStateException}. Any thread may use memory of the other two. If a thread uses it
 * while another closes the arena, the use either succeeds or throws {@link IllegalStateException}.
 *
 * <p>An arena of the first kind frees its memory when it closes; if it is never closed, the memory leaks. Memory of the
 * others is freed after a garbage collection that finds no Java object referring to it. Then no thread and no call into
 * C can be using it.
 */
public abstract sealed class Arena implements Allocator, AutoCloseable permits ConfinedArena, SharedArena {
    private final Lifetime lifetime;

    Arena(Lifetime lifetime) {
        this.lifetime = lifetime;
    }

    /** Opens an arena for the current thread only. */
    public static Arena open() {
        return new ConfinedArena();
    }

    /** Opens an arena for all threads. */
    public static Arena openShared() {
        return new SharedArena(false);
    }

    /**
     * Opens an arena for all threads that closes itself, some time after nothing in Java refers to it, its memory or
     * its stubs any more. If only C refers to its memory, keep that memory reachable.
     */
    public static Arena automatic() {
        return new SharedArena(true);
    }

    /**
     * Allocates zeroed memory.
     *
     * @param bytes the size; memory of no size has an address, too
     * @param alignment a power of two that divides the address
     * @throws IllegalArgumentException if one of the two is out of range
     * @throws OutOfMemoryError if the system has no memory left
     * @throws IllegalStateException if the arena was closed or belongs to another thread
     */
    @Override
    public abstract Segment allocate(long bytes, long alignment);

    /**
     * Copies a string to new memory as a C string: UTF-8 and a NUL.
     *
     * @throws IllegalArgumentException if the string contains a NUL, because C would take it for the end
     * @throws IllegalStateException if the arena was closed or belongs to another thread
     */
    public final BytePointer string(String string) {
        byte[] encoded = Utf8.encode(string);
        Segment segment = allocate(encoded.length + 1L, 1);
        segment.setNulTerminated(encoded);
        return new BytePointer(segment);
    }

    /**
     * Copies a string to new memory, with characters as wide as the elements of a pointer type: UTF-8, UTF-16 or UTF-32
     * and a NUL. {@code arena.string(wchar_t.TYPE, text)} is a {@code wchar_t *}.
     *
     * @throws IllegalArgumentException if the string contains a NUL, because C would take it for the end
     * @throws IllegalStateException if the arena was closed or belongs to another thread
     * @throws UnsupportedOperationException if the elements do not have 1, 2 or 4 bytes
     */
    public final <T extends Pointer> T string(PointerType<T> type, String string) {
        if (type.elementSize() == 1) {
            return type.at(string(string));
        }
        Object encoded = WideText.encode(string, Math.toIntExact(type.elementSize()));
        Segment segment = allocate(WideText.byteSize(encoded), type.elementSize());
        segment.copyFrom(encoded, segment.byteSize());
        return type.of(segment);
    }

    /**
     * Ends the lifetime of the arena's memory and stubs, and runs the actions of {@link #onClose}, the newest first.
     * Closing twice has no effect.
     *
     * @throws IllegalStateException if the arena belongs to another thread
     * @throws UnsupportedOperationException if the arena is automatic
     */
    @Override
    public abstract void close();

    /**
     * Adds an action to run on closing, before those added earlier. If one fails, the others still run. An automatic
     * arena runs it on a thread of the runtime. It never runs if the action refers to the arena's memory.
     *
     * @throws IllegalStateException if the arena was closed or belongs to another thread
     */
    public final void onClose(Runnable closing) {
        onClose(closing, closing.getClass());
    }

    /**
     * Adds an action to run on closing, on behalf of another class.
     *
     * @param owner that class; after its class loader is collected, an automatic arena no longer runs the action
     * @throws IllegalStateException if the arena was closed or belongs to another thread
     */
    public abstract void onClose(Runnable closing, Class<?> owner);

    /** Returns the lifetime of the arena's memory. */
    final Lifetime lifetime() {
        return lifetime;
    }
}
