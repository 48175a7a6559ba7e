package io.github.cffi4j;

import io.github.cffi4j.memory.Segment;
import java.nio.ByteBuffer;

/**
 * A pointer to bytes: {@code char *} of any signedness, C strings and buffers. Ownership, errors and threads are as
 * {@link Pointer} says.
 */
public final class BytePointer extends Pointer {
    /** {@code char *}, for casts and out-parameters. */
    public static final PointerType<BytePointer> TYPE = new PointerType<>("BytePointer", Byte.BYTES) {
        @Override
        protected BytePointer of(Segment segment) {
            return new BytePointer(segment);
        }
    };

    /** For generated code. */
    public BytePointer(Segment segment) {
        super(segment);
    }

    /** What a pointer points to, seen as this type: a C cast. {@code null} for {@code null}. */
    public static BytePointer at(Pointer pointer) {
        return TYPE.at(pointer);
    }

    /** One new byte, 0; freed when no Java object refers to it any more. */
    public static BytePointer allocate() {
        return TYPE.allocate();
    }

    /** New bytes, all 0; freed when no Java object refers to them any more. */
    public static BytePointer allocate(long count) {
        return TYPE.allocate(count);
    }

    /** One new byte, 0; freed with the arena. */
    public static BytePointer allocate(Arena arena) {
        return TYPE.allocate(arena);
    }

    /** New bytes, all 0; freed with the arena. */
    public static BytePointer allocate(Arena arena, long count) {
        return TYPE.allocate(arena, count);
    }

    /** A copy of the values; freed with the arena. */
    public static BytePointer of(Arena arena, byte... values) {
        return allocate(arena, values.length).setAll(values);
    }

    /**
     * A pointer to the memory between a direct buffer's position and its limit, without a copy. It keeps the buffer
     * reachable, and is bounded by it.
     *
     * @throws IllegalArgumentException if the buffer is on Java's heap, where it has no address
     */
    public static BytePointer ofBuffer(ByteBuffer direct) {
        return at(Pointer.ofBuffer(direct));
    }

    /** A pointer to such a pointer that holds NULL; freed with the arena. */
    public static Ref<BytePointer> ref(Arena arena) {
        return TYPE.ref(arena);
    }

    /** {@code *p} */
    public byte get() {
        return get(0);
    }

    /** {@code p[index]} */
    public byte get(long index) {
        return element(index, 1).getByte(0);
    }

    /** {@code *p} of an unsigned type: 0 to 255. */
    public int getUnsigned() {
        return getUnsigned(0);
    }

    /** {@code p[index]} of an unsigned type: 0 to 255. */
    public int getUnsigned(long index) {
        return Byte.toUnsignedInt(get(index));
    }

    /** {@code *p = value} */
    public BytePointer set(byte value) {
        return set(0, value);
    }

    /** {@code p[index] = value} */
    public BytePointer set(long index, byte value) {
        element(index, 1).setByte(0, value);
        return this;
    }

    /**
     * {@code p[index] = value}, whether C's type is signed or not.
     *
     * @param value -128 to 255
     * @throws ValueOutOfRangeException if it is none of these
     */
    public BytePointer set(long index, int value) {
        if (value < Byte.MIN_VALUE || value > 0xFF) {
            throw new ValueOutOfRangeException("p[" + index + "]", "char", value, Byte.MIN_VALUE, 0xFF);
        }
        return set(index, (byte) value);
    }

    /** Copies the values to {@code p[0]} and on. */
    public BytePointer setAll(byte... values) {
        segment().copyFrom(values, values.length);
        return this;
    }

    /**
     * A copy of {@code p[0]} to {@code p[count - 1]}.
     *
     * @throws IllegalArgumentException if the count is negative, or more than an array of Java's can have
     */
    public byte[] toArray(long count) {
        byte[] values = new byte[Segment.arrayLength(count)];
        segment().copyTo(values, count);
        return values;
    }
}
