package io.github.cffi4j;

import io.github.cffi4j.memory.Segment;
import io.github.cffi4j.memory.WideText;

/**
 * A pointer to 16-bit integers of any signedness. Ownership, errors and threads are as
 * {@link Pointer} says.
 */
public final class ShortPointer extends Pointer {
    /** {@code short *}, for casts and out-parameters. */
    public static final PointerType<ShortPointer> TYPE = new PointerType<>("ShortPointer", Short.BYTES) {
        @Override
        protected ShortPointer of(Segment segment) {
            return new ShortPointer(segment);
        }
    };

    /** For generated code. */
    public ShortPointer(Segment segment) {
        super(segment);
    }

    /** What a pointer points to, seen as this type: a C cast. {@code null} for {@code null}. */
    public static ShortPointer at(Pointer pointer) {
        return TYPE.at(pointer);
    }

    /** One new number, 0; freed when no Java object refers to it any more. */
    public static ShortPointer allocate() {
        return TYPE.allocate();
    }

    /** New numbers, all 0; freed when no Java object refers to them any more. */
    public static ShortPointer allocate(long count) {
        return TYPE.allocate(count);
    }

    /** One new number, 0; freed with the arena. */
    public static ShortPointer allocate(Arena arena) {
        return TYPE.allocate(arena);
    }

    /**
     * New numbers, all 0; freed with the arena.
     *
     * @throws IllegalArgumentException if the count is negative
     * @throws IllegalStateException if the arena was closed or belongs to another thread
     */
    public static ShortPointer allocate(Arena arena, long count) {
        return TYPE.allocate(arena, count);
    }

    /** A copy of the values; freed with the arena. */
    public static ShortPointer of(Arena arena, short... values) {
        return allocate(arena, values.length).setAll(values);
    }

    /** A pointer to such a pointer that holds NULL; freed with the arena. */
    public static Ref<ShortPointer> ref(Arena arena) {
        return TYPE.ref(arena);
    }

    /** {@code *p} */
    public short get() {
        return get(0);
    }

    /** {@code p[index]} */
    public short get(long index) {
        return element(index, Short.BYTES).getShort(0);
    }

    /** {@code *p} of an unsigned type: 0 to 65535. */
    public int getUnsigned() {
        return getUnsigned(0);
    }

    /** {@code p[index]} of an unsigned type: 0 to 65535. */
    public int getUnsigned(long index) {
        return Short.toUnsignedInt(get(index));
    }

    /** {@code *p = value} */
    public ShortPointer set(short value) {
        return set(0, value);
    }

    /** {@code p[index] = value} */
    public ShortPointer set(long index, short value) {
        element(index, Short.BYTES).setShort(0, value);
        return this;
    }

    /**
     * {@code p[index] = value}, whether C's type is signed or not.
     *
     * @param value -32768 to 65535
     * @throws ValueOutOfRangeException if it is none of these
     */
    public ShortPointer set(long index, int value) {
        if (value < Short.MIN_VALUE || value > 0xFFFF) {
            throw new ValueOutOfRangeException("p[" + index + "]", "short", value, Short.MIN_VALUE, 0xFFFF);
        }
        return set(index, (short) value);
    }

    /** Copies the values to {@code p[0]} and on. */
    public ShortPointer setAll(short... values) {
        segment().copyFrom(values, (long) values.length * Short.BYTES);
        return this;
    }

    /**
     * A copy of {@code p[0]} to {@code p[count - 1]}.
     *
     * @throws IllegalArgumentException if the count is negative, or more than an array of Java's can have
     */
    public short[] toArray(long count) {
        short[] values = new short[Segment.arrayLength(count)];
        segment().copyTo(values, count * Short.BYTES);
        return values;
    }

    /** {@inheritDoc} */
    @Override
    public String string(long most) {
        return WideText.read(segment(), Short.BYTES, most);
    }
}
