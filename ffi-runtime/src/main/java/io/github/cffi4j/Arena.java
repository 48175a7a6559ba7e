package io.github.cffi4j;

import io.github.cffi4j.memory.Allocator;
import io.github.cffi4j.memory.Lifetime;
import io.github.cffi4j.memory.Segment;
import io.github.cffi4j.memory.Utf8;
import io.github.cffi4j.memory.WideText;

/**
 * Native memory that is freed together.
 *
 * <p>What is allocated from an arena is zeroed, belongs to the arena, and is gone when it closes: later access throws
 * {@link IllegalStateException}. There are three kinds, as in {@code java.lang.foreign}:
 *
 * <ul>
 *   <li>{@link #open}: for one thread, and for a {@code try}. Only that thread may allocate and close.
 *   <li>{@link #openShared}: any thread may allocate and close.
 *   <li>{@link #automatic}: any thread may allocate; it closes itself.
 * </ul>
 *
 * <p>Memory of the first kind is for that thread, too: reading, writing and giving it to C throws {@link
 * IllegalStateException} in others. Memory of the other two is for any thread. A thread that uses it while another closes
 * the arena either still finds the memory or gets an {@link IllegalStateException}.
 *
 * <p>An arena of the first kind frees its memory when it closes; if it is never closed, it leaks. Memory of the others goes
 * back after a garbage collection that finds no Java object referring to it: no thread, and no call into C, can be using it
 * then.
 */
public abstract sealed class Arena implements Allocator, AutoCloseable permits ConfinedArena, SharedArena {
    private final Lifetime lifetime;

    Arena(Lifetime lifetime) {
        this.lifetime = lifetime;
    }

    /** A new arena of the current thread. */
    public static Arena open() {
        return new ConfinedArena();
    }

    /** A new arena for all threads. */
    public static Arena openShared() {
        return new SharedArena(false);
    }

    /**
     * A new arena for all threads that closes itself, some time after nothing in Java refers to it, to its memory or
     * its stubs any more: what C alone knows must be kept reachable.
     */
    public static Arena automatic() {
        return new SharedArena(true);
    }

    /**
     * New memory of zeros.
     *
     * @throws IllegalStateException if the arena was closed or belongs to another thread
     */
    @Override
    public abstract Segment allocate(long bytes, long alignment);

    /**
     * A copy of a string as C wants it: UTF-8 and a NUL.
     *
     * @throws IllegalArgumentException if there is a NUL in it, where C would see its end
     * @throws IllegalStateException if the arena was closed or belongs to another thread
     */
    public final BytePointer string(String string) {
        byte[] encoded = Utf8.encode(string);
        Segment segment = allocate(encoded.length + 1L, 1);
        Utf8.write(segment, encoded);
        return new BytePointer(segment);
    }

    /**
     * A copy of a string with characters as wide as the elements of a pointer type: UTF-8, UTF-16 or UTF-32 and a NUL.
     * {@code arena.string(wchar_t.TYPE, text)} is a {@code wchar_t *}.
     *
     * @throws IllegalArgumentException if there is a NUL in it, where C would see its end
     * @throws IllegalStateException if the arena was closed or belongs to another thread
     * @throws UnsupportedOperationException if elements have no size of characters
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
     * Ends the lifetime of everything, and does what was to be done on closing, the newest first. Closing twice is fine.
     *
     * @throws IllegalStateException if it belongs to another thread
     * @throws UnsupportedOperationException if it is an automatic one
     */
    @Override
    public abstract void close();

    /**
     * Adds what is to be done on closing, before what was added earlier. One that fails keeps none of the others from
     * being done. An automatic arena does it on a thread of the runtime, and never if it refers to what the arena gave.
     *
     * @throws IllegalStateException if the arena was closed or belongs to another thread
     */
    public final void onClose(Runnable closing) {
        onClose(closing, closing.getClass());
    }

    /**
     * The same for what works for somebody else.
     *
     * @param owner a class of theirs; when its class loader is collected, an automatic arena does nothing any more
     * @throws IllegalStateException if the arena was closed or belongs to another thread
     */
    public abstract void onClose(Runnable closing, Class<?> owner);

    /** How long what it gives may be used. */
    public final Lifetime lifetime() {
        return lifetime;
    }
}
