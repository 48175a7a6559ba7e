package io.github.cffi4j;

import org.jspecify.annotations.Nullable;

/**
 * A pointer to 16-bit integers of any signedness. {@link Pointer} describes ownership, errors and
 * threads.
 */
public final class ShortPointer extends Pointer {
    /** {@code short *}, for casts and out-parameters. */
    public static final PointerType<ShortPointer> TYPE = new PointerType<>("ShortPointer", Short.BYTES) {
        @Override
        protected ShortPointer of(Segment segment) {
            return new ShortPointer(segment);
        }
    };

    ShortPointer(Segment segment) {
        super(segment);
    }

    /** Returns the same pointer as this type, like a C cast; {@code null} for {@code null}. */
    public static @Nullable ShortPointer at(@Nullable Pointer pointer) {
        return TYPE.at(pointer);
    }

    /** Allocates one number, 0 at first. It is freed when no Java object refers to it any more. */
    public static ShortPointer allocate() {
        return TYPE.allocate();
    }

    /** Allocates numbers, all 0 at first. They are freed when no Java object refers to them any more. */
    public static ShortPointer allocate(long count) {
        return TYPE.allocate(count);
    }

    /** Allocates one number, 0 at first. It is freed with the arena. */
    public static ShortPointer allocate(Arena arena) {
        return TYPE.allocate(arena);
    }

    /**
     * Allocates numbers, all 0 at first. They are freed with the arena.
     *
     * @throws IllegalArgumentException if the count is negative
     * @throws IllegalStateException if the arena was closed or belongs to another thread
     */
    public static ShortPointer allocate(Arena arena, long count) {
        return TYPE.allocate(arena, count);
    }

    /** Copies the values to new memory, which is freed with the arena. */
    public static ShortPointer of(Arena arena, short... values) {
        return allocate(arena, values.length).setAll(values);
    }

    /** Allocates an out-parameter of this type. It holds NULL at first, and is freed with the arena. */
    public static Ref<ShortPointer> ref(Arena arena) {
        return TYPE.ref(arena);
    }

    /** Returns {@code *p}. */
    public short get() {
        return get(0);
    }

    /** Returns {@code p[index]}. */
    public short get(long index) {
        return element(index, Short.BYTES).getShort(0);
    }

    /** Returns {@code *p} of an unsigned type: 0 to 65535. */
    public int getUnsigned() {
        return getUnsigned(0);
    }

    /** Returns {@code p[index]} of an unsigned type: 0 to 65535. */
    public int getUnsigned(long index) {
        return Short.toUnsignedInt(get(index));
    }

    /** Sets {@code *p}, and returns this pointer. */
    public ShortPointer set(short value) {
        return set(0, value);
    }

    /** Sets {@code p[index]}, and returns this pointer. */
    public ShortPointer set(long index, short value) {
        element(index, Short.BYTES).setShort(0, value);
        return this;
    }

    /**
     * Sets {@code p[index]}, whether C's type is signed or not, and returns this pointer.
     *
     * @param value -32768 to 65535
     * @throws ValueOutOfRangeException if the value is outside this range
     */
    public ShortPointer set(long index, int value) {
        if (value < Short.MIN_VALUE || value > 0xFFFF) {
            throw new ValueOutOfRangeException("p[" + index + "]", "short", value, Short.MIN_VALUE, 0xFFFF);
        }
        return set(index, (short) value);
    }

    /** Copies the values to {@code p[0]} and the following elements, and returns this pointer. */
    public ShortPointer setAll(short... values) {
        segment().copyFrom(values, (long) values.length * Short.BYTES);
        return this;
    }

    /**
     * Returns a copy of {@code p[0]} to {@code p[count - 1]}.
     *
     * @throws IllegalArgumentException if the count is negative, or larger than a Java array can be
     */
    public short[] toArray(long count) {
        short[] values = new short[Segment.arrayLength(count)];
        segment().copyTo(values, count * Short.BYTES);
        return values;
    }

    /** {@inheritDoc} */
    @Override
    public String string(long most) {
        return segment().wideText(Short.BYTES, most);
    }
}
