package io.github.cffi4j;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A pointer to bytes: {@code char *} of any signedness, C strings and buffers. {@link Pointer} describes ownership,
 * errors and threads.
 */
public final class BytePointer extends Pointer {
    /** {@code char *}, for casts and out-parameters. */
    public static final PointerType<BytePointer> TYPE = new PointerType<>("BytePointer", Byte.BYTES) {
        @Override
        protected BytePointer of(Segment segment) {
            return new BytePointer(segment);
        }
    };

    BytePointer(Segment segment) {
        super(segment);
    }

    /** Returns the same pointer as this type, like a C cast; {@code null} for {@code null}. */
    public static @Nullable BytePointer at(@Nullable Pointer pointer) {
        return TYPE.at(pointer);
    }

    /** Allocates one byte, 0 at first. It is freed when no Java object refers to it any more. */
    public static BytePointer allocate() {
        return TYPE.allocate();
    }

    /** Allocates bytes, all 0 at first. They are freed when no Java object refers to them any more. */
    public static BytePointer allocate(long count) {
        return TYPE.allocate(count);
    }

    /** Allocates one byte, 0 at first. It is freed with the arena. */
    public static BytePointer allocate(Arena arena) {
        return TYPE.allocate(arena);
    }

    /**
     * Allocates bytes, all 0 at first. They are freed with the arena.
     *
     * @throws IllegalArgumentException if the count is negative
     * @throws IllegalStateException if the arena was closed or belongs to another thread
     */
    public static BytePointer allocate(Arena arena, long count) {
        return TYPE.allocate(arena, count);
    }

    /** Copies the values to new memory, which is freed with the arena. */
    public static BytePointer of(Arena arena, byte... values) {
        return allocate(arena, values.length).setAll(values);
    }

    /**
     * Returns a pointer to the memory between a direct buffer's position and its limit, without a copy. The pointer
     * keeps the buffer reachable, and has its bounds.
     *
     * @throws IllegalArgumentException if the buffer is on Java's heap, because it has no address there
     */
    public static BytePointer ofBuffer(ByteBuffer direct) {
        return at(Pointer.ofBuffer(direct));
    }

    /** Allocates an out-parameter of this type. It holds NULL at first, and is freed with the arena. */
    public static Ref<BytePointer> ref(Arena arena) {
        return TYPE.ref(arena);
    }

    /** Returns {@code *p}. */
    public byte get() {
        return get(0);
    }

    /** Returns {@code p[index]}. */
    public byte get(long index) {
        return element(index, 1).getByte(0);
    }

    /** Returns {@code *p} of an unsigned type: 0 to 255. */
    public int getUnsigned() {
        return getUnsigned(0);
    }

    /** Returns {@code p[index]} of an unsigned type: 0 to 255. */
    public int getUnsigned(long index) {
        return Byte.toUnsignedInt(get(index));
    }

    /** Sets {@code *p}, and returns this pointer. */
    public BytePointer set(byte value) {
        return set(0, value);
    }

    /** Sets {@code p[index]}, and returns this pointer. */
    public BytePointer set(long index, byte value) {
        element(index, 1).setByte(0, value);
        return this;
    }

    /**
     * Sets {@code p[index]}, whether C's type is signed or not, and returns this pointer.
     *
     * @param value -128 to 255
     * @throws ValueOutOfRangeException if the value is outside this range
     */
    public BytePointer set(long index, int value) {
        if (value < Byte.MIN_VALUE || value > 0xFF) {
            throw new ValueOutOfRangeException("p[" + index + "]", "char", value, Byte.MIN_VALUE, 0xFF);
        }
        return set(index, (byte) value);
    }

    /** Copies the values to {@code p[0]} and the following elements, and returns this pointer. */
    public BytePointer setAll(byte... values) {
        segment().copyFrom(values, values.length);
        return this;
    }

    /**
     * Returns a copy of {@code p[0]} to {@code p[count - 1]}.
     *
     * @throws IllegalArgumentException if the count is negative, or larger than a Java array can be
     */
    public byte[] toArray(long count) {
        byte[] values = new byte[Segment.arrayLength(count)];
        segment().copyTo(values, count);
        return values;
    }
}
