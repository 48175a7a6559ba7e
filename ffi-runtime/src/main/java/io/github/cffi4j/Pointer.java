package io.github.cffi4j;

import io.github.cffi4j.memory.Allocator;
import io.github.cffi4j.memory.Lifetime;
import io.github.cffi4j.memory.Segment;
import io.github.cffi4j.memory.Utf8;
import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * A C pointer. This class itself is {@code void *}; all other pointers, structs and handles extend it.
 *
 * <p>Java's {@code null} is C's NULL. Two pointers are equal when their addresses are, whatever their types.
 *
 * <p>Ownership: a pointer to memory allocated from Java keeps it, until an arena that it came from closes. One that C
 * returned keeps nothing alive and knows no bounds; {@link PointerType#owned} makes Java look after it.
 *
 * <p>Errors: reading and writing outside of memory whose size is known throws {@link IndexOutOfBoundsException}. Using
 * memory that is gone, or giving it to C, throws {@link IllegalStateException}. A pointer of C's that points nowhere
 * ends the process, as in C.
 *
 * <p>Threads: pointers are immutable and for any thread, and what they point to is shared as in C, without synchronisation; but
 * memory of {@link Arena#open} is for the thread that opened it. Memory that is read-only (of a read-only buffer, or a
 * {@code const} array of C) throws {@link UnsupportedOperationException} if it is written.
 *
 * <p>No field of a C struct takes the place of a method by its name: it gets {@code _} behind its own.
 */
public class Pointer {
    /** {@code void *}; there is nothing to allocate of {@code void}. */
    public static final PointerType<Pointer> TYPE = new PointerType<>("Pointer", PointerType.UNKNOWN_SIZE) {
        @Override
        protected Pointer of(Segment segment) {
            return new Pointer(segment);
        }
    };

    // The parts of a segment, not one: C2 of Java 17 removes objects that do not outlive a loop, but none in others.
    private final long address;
    private final long byteSize;
    private final Lifetime lifetime;

    /** For generated code and subclasses. */
    public Pointer(Segment segment) {
        this.address = segment.address();
        this.byteSize = segment.byteSize();
        this.lifetime = segment.lifetime();
    }

    /** The pointer at an address; {@code null} for 0. */
    public static Pointer ofAddress(long address) {
        return TYPE.at(address);
    }

    /** A {@code void **} that holds NULL. */
    public static Ref<Pointer> ref(Allocator allocator) {
        return TYPE.ref(allocator);
    }

    /**
     * A pointer to the memory between a direct buffer's position and its limit, without a copy. It keeps the buffer
     * reachable, and is bounded by it.
     *
     * @throws IllegalArgumentException if the buffer is on Java's heap, where it has no address
     */
    public static Pointer ofBuffer(ByteBuffer direct) {
        return new Pointer(Segment.ofBuffer(direct));
    }

    /**
     * The address of a pointer, for C; 0 for {@code null}.
     *
     * @throws IllegalStateException if the memory it points to is gone
     */
    public static long address(Pointer pointer) {
        return pointer == null ? 0 : pointer.segment().liveAddress();
    }

    /** What it points to. */
    public final Segment segment() {
        return new Segment(address, byteSize, lifetime);
    }

    /** The address it holds, never 0. The memory lives only as long as this object is reachable, or C keeps it. */
    public final long address() {
        return address;
    }

    /**
     * The pointer so many bytes further on, with the bounds of what is left: {@code
     * IntPointer.at(p.plus(point.offset_x))} is {@code &p->x}.
     *
     * @throws IndexOutOfBoundsException if the memory is known to end before it
     */
    public final Pointer plus(long bytes) {
        return new Pointer(segment().from(bytes));
    }

    /**
     * Copies bytes from where another pointer points to where this one does; the two may overlap. C's {@code memmove}.
     *
     * @throws IndexOutOfBoundsException if memory of a known size is too small
     */
    public final void copyFrom(Pointer source, long bytes) {
        segment().copyFrom(source.segment(), bytes);
    }

    /**
     * The bytes it points to as a buffer in the platform's byte order, without a copy. The buffer keeps memory that
     * Java objects own; it does not notice when an arena closes or C frees the memory, and must not be used then.
     *
     * @throws IndexOutOfBoundsException if memory of a known size is smaller
     * @throws IllegalArgumentException if they are more than a buffer can have
     */
    public final ByteBuffer asByteBuffer(long bytes) {
        return segment().asByteBuffer(bytes);
    }

    /** The same address, as {@code char *}. */
    public final BytePointer asBytes() {
        return new BytePointer(segment());
    }

    /** The same address, as {@code void **}. */
    public final Ref<Pointer> asRef() {
        return new Ref<>(segment(), TYPE);
    }

    /**
     * The C string it points to, up to the first NUL: UTF-8, but UTF-16 or UTF-32 where its elements are integers of
     * 16 or 32 bits. Memory of a known size, such as a {@code char[8]} that C has filled, ends it without a NUL.
     *
     * @throws IllegalStateException if the memory is gone
     */
    public final String string() {
        return string(Long.MAX_VALUE);
    }

    /**
     * The C string it points to, of at most so many characters of C (bytes in UTF-8): where C does not end it with a NUL.
     *
     * @throws IllegalStateException if the memory is gone
     */
    public String string(long most) {
        return Utf8.read(segment(), most);
    }

    /**
     * The memory of an element, for the classes of pointers: not its offset, which would be checked once more, and in a way
     * that no JIT moves out of loops.
     *
     * @param size of an element, in bytes
     * @throws IndexOutOfBoundsException if it lies outside of memory of a known size; it names the class and the index
     * @throws ArithmeticException if the size is unknown, and no memory reaches as far
     * @throws IllegalStateException if the memory is gone
     */
    protected final Segment element(long index, long size) {
        return segment().element(index, size, getClass());
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Pointer pointer && pointer.address() == address();
    }

    @Override
    public final int hashCode() {
        return Long.hashCode(address());
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s@0x%x", getClass().getSimpleName(), address());
    }
}
