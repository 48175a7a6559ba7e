package io.github.cffi4j;

import io.github.cffi4j.internal.memory.Lifetime;
import java.nio.ByteBuffer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A C pointer. This class itself is {@code void *}; all other pointers, structs and handles extend it.
 *
 * <p>Java's {@code null} is C's NULL. Two pointers are equal if their addresses are, whatever their types.
 *
 * <p>Ownership: a pointer to memory that Java allocated keeps that memory, until its arena closes. A pointer that C
 * returned keeps nothing alive and has no known bounds. {@link PointerType#owned} makes Java destroy it.
 *
 * <p>Errors: reading or writing outside memory of a known size throws {@link IndexOutOfBoundsException}. Using memory
 * that is gone, or passing it to C, throws {@link IllegalStateException}. Writing read-only memory (of a read-only
 * buffer, or a {@code const} array of C) throws {@link UnsupportedOperationException}. Using an invalid pointer from C
 * ends the process, as in C.
 *
 * <p>Threads: pointers are immutable, and any thread may use them. Threads share the memory as in C, without
 * synchronisation. Memory of {@link Arena#open} is only for the thread that opened the arena.
 *
 * <p>If a field of a C struct has the name of a method of this class, {@code _} follows the field's name.
 */
public class Pointer {
    /** {@code void *}, for casts and out-parameters. It cannot allocate elements. */
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

    /**
     * A pointer to the start of a segment, with its bounds and lifetime, for the types that extend this. {@link PointerType#at(Segment)}
     * makes one.
     */
    protected Pointer(Segment segment) {
        this.address = segment.address();
        this.byteSize = segment.byteSize();
        this.lifetime = segment.lifetime();
    }

    /** Returns a pointer with an address; {@code null} for 0. Its bounds are unknown and it keeps nothing alive. */
    public static @Nullable Pointer ofAddress(long address) {
        return TYPE.at(address);
    }

    /** Allocates a {@code void **} that holds NULL at first. */
    public static Ref<Pointer> ref(Allocator allocator) {
        return TYPE.ref(allocator);
    }

    /**
     * Returns a pointer to the memory between a direct buffer's position and its limit, without a copy. The pointer
     * keeps the buffer reachable, and has its bounds.
     *
     * @throws IllegalArgumentException if the buffer is on Java's heap, because it has no address there
     */
    public static Pointer ofBuffer(ByteBuffer direct) {
        return new Pointer(Segment.ofBuffer(direct));
    }

    /**
     * Returns the address of a pointer, to pass it to C; 0 for {@code null}.
     *
     * @throws IllegalStateException if the memory it points to is gone
     */
    public static long address(@Nullable Pointer pointer) {
        return pointer == null ? 0 : pointer.segment().liveAddress();
    }

    /** Returns the memory that this points to. */
    public final Segment segment() {
        return new Segment(address, byteSize, lifetime);
    }

    /** Returns the address, never 0. The memory lives only as long as this object is reachable, or C keeps it. */
    public final long address() {
        return address;
    }

    /**
     * Returns a pointer to the memory after the next {@code bytes} bytes, with the bounds of the rest: {@code
     * IntPointer.at(p.plus(point.offset_x))} is {@code &p->x}.
     *
     * @throws IndexOutOfBoundsException if the memory is known to end before that
     */
    public final Pointer plus(long bytes) {
        return new Pointer(segment().from(bytes));
    }

    /**
     * Copies bytes from the memory of another pointer to the memory of this one, like C's {@code memmove}. The two may
     * overlap.
     *
     * @throws IndexOutOfBoundsException if memory of a known size is too small
     */
    public final void copyFrom(Pointer source, long bytes) {
        segment().copyFrom(source.segment(), bytes);
    }

    /**
     * Returns the memory as a buffer in the platform's byte order, without a copy. The buffer keeps memory that Java
     * objects own. It does not notice when an arena closes or C frees the memory, and must not be used after that.
     *
     * @throws IndexOutOfBoundsException if memory of a known size is smaller
     * @throws IllegalArgumentException if a buffer cannot have that many bytes
     */
    public final ByteBuffer asByteBuffer(long bytes) {
        return segment().asByteBuffer(bytes);
    }

    /** Returns the same pointer as {@code char *}. */
    public final BytePointer asBytes() {
        return new BytePointer(segment());
    }

    /** Returns the same pointer as {@code void **}. */
    public final Ref<Pointer> asRef() {
        return new Ref<>(segment(), TYPE);
    }

    /**
     * Returns the C string that this points to, up to the first NUL. It is UTF-8; if the elements are integers of 16 or
     * 32 bits, it is UTF-16 or UTF-32. The string also ends where memory of a known size ends, such as a full
     * {@code char[8]}.
     *
     * @throws IllegalStateException if the memory is gone
     */
    public final String string() {
        return string(Long.MAX_VALUE);
    }

    /**
     * Returns the C string that this points to, up to the first NUL or a number of characters. Use it if C may omit the
     * NUL.
     *
     * @param most the largest number of C's characters (bytes in UTF-8)
     * @throws IllegalStateException if the memory is gone
     */
    public String string(long most) {
        return segment().utf8(most);
    }

    /**
     * Returns the memory of an element, for the classes of pointers. It does not return the offset, which would be
     * checked once more, in a way that no JIT moves out of loops.
     *
     * @param size the size of an element in bytes
     * @throws IndexOutOfBoundsException if it lies outside memory of a known size; it names the class and the index
     * @throws ArithmeticException if the size is unknown and the offset overflows
     * @throws IllegalStateException if the memory is gone
     */
    protected final Segment element(long index, long size) {
        return segment().element(index, size, getClass());
    }

    @Override
    public final boolean equals(@Nullable Object other) {
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
