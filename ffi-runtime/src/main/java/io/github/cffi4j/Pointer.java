package io.github.cffi4j;

import io.github.cffi4j.memory.Allocator;
import io.github.cffi4j.memory.Segment;
import io.github.cffi4j.memory.Utf8;

/**
 * A C pointer. This class itself is {@code void *}; all other pointers, structs and handles extend it.
 *
 * <p>Java's {@code null} is C's NULL. Two pointers are equal when their addresses are, whatever their types. A pointer to
 * memory allocated from Java keeps it alive; one that C returned keeps nothing alive and knows no bounds.
 *
 * <p>The methods are final, so that no field of a C struct can take the place of one by its name.
 */
public class Pointer {
    /** {@code void *}; there is nothing to allocate of {@code void}. */
    public static final PointerType<Pointer> TYPE =
            new PointerType<>("Pointer", PointerType.UNKNOWN_SIZE, Pointer::new);

    private final Segment segment;

    public Pointer(Segment segment) {
        this.segment = segment;
    }

    /** The pointer at an address; {@code null} for 0. */
    public static Pointer ofAddress(long address) {
        return TYPE.at(address);
    }

    /** A {@code void **} that holds NULL. */
    public static Ref<Pointer> ref(Allocator allocator) {
        return TYPE.ref(allocator);
    }

    /** The address of a pointer; 0 for {@code null}. */
    public static long address(Pointer pointer) {
        return pointer == null ? 0 : pointer.segment.address();
    }

    /** What it points to. */
    public final Segment segment() {
        return segment;
    }

    /** The address it holds, never 0. The memory lives only as long as this object is reachable, or C keeps it. */
    public final long address() {
        return segment.address();
    }

    /** The same address, as {@code char *}. */
    public final BytePointer asBytes() {
        return new BytePointer(segment);
    }

    /** The same address, as {@code void **}. */
    public final Ref<Pointer> asRef() {
        return new Ref<>(segment, TYPE);
    }

    /**
     * The C string it points to: UTF-8 up to the first NUL.
     *
     * @throws IndexOutOfBoundsException if memory of a known size ends before a NUL
     */
    public final String string() {
        return Utf8.read(segment);
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
        return "%s@0x%x".formatted(getClass().getSimpleName(), address());
    }
}
