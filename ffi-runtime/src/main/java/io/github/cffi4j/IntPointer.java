package io.github.cffi4j;

import org.jspecify.annotations.Nullable;

/**
 * A pointer to 32-bit integers of any signedness. {@link Pointer} describes ownership, errors and
 * threads.
 */
public final class IntPointer extends Pointer {
    /** {@code int *}, for casts and out-parameters. */
    public static final PointerType<IntPointer> TYPE = new PointerType<>("IntPointer", Integer.BYTES) {
        @Override
        protected IntPointer of(Segment segment) {
            return new IntPointer(segment);
        }
    };

    IntPointer(Segment segment) {
        super(segment);
    }

    /** Returns the same pointer as this type, like a C cast; {@code null} for {@code null}. */
    public static @Nullable IntPointer at(@Nullable Pointer pointer) {
        return TYPE.at(pointer);
    }

    /** Allocates one number, 0 at first. It is freed when no Java object refers to it any more. */
    public static IntPointer allocate() {
        return TYPE.allocate();
    }

    /** Allocates numbers, all 0 at first. They are freed when no Java object refers to them any more. */
    public static IntPointer allocate(long count) {
        return TYPE.allocate(count);
    }

    /** Allocates one number, 0 at first. It is freed with the arena. */
    public static IntPointer allocate(Arena arena) {
        return TYPE.allocate(arena);
    }

    /**
     * Allocates numbers, all 0 at first. They are freed with the arena.
     *
     * @throws IllegalArgumentException if the count is negative
     * @throws IllegalStateException if the arena was closed or belongs to another thread
     */
    public static IntPointer allocate(Arena arena, long count) {
        return TYPE.allocate(arena, count);
    }

    /** Copies the values to new memory, which is freed with the arena. */
    public static IntPointer of(Arena arena, int... values) {
        return allocate(arena, values.length).setAll(values);
    }

    /** Allocates an out-parameter of this type. It holds NULL at first, and is freed with the arena. */
    public static Ref<IntPointer> ref(Arena arena) {
        return TYPE.ref(arena);
    }

    /** Returns {@code *p}. */
    public int get() {
        return get(0);
    }

    /** Returns {@code p[index]}. */
    public int get(long index) {
        return element(index, Integer.BYTES).getInt(0);
    }

    /** Returns {@code *p} of an unsigned type: 0 to 4294967295. */
    public long getUnsigned() {
        return getUnsigned(0);
    }

    /** Returns {@code p[index]} of an unsigned type: 0 to 4294967295. */
    public long getUnsigned(long index) {
        return Integer.toUnsignedLong(get(index));
    }

    /** Sets {@code *p}, and returns this pointer. */
    public IntPointer set(int value) {
        return set(0, value);
    }

    /** Sets {@code p[index]}, and returns this pointer. */
    public IntPointer set(long index, int value) {
        element(index, Integer.BYTES).setInt(0, value);
        return this;
    }

    /**
     * Sets {@code p[index]}, whether C's type is signed or not, and returns this pointer.
     *
     * @param value -2147483648 to 4294967295
     * @throws ValueOutOfRangeException if the value is outside this range
     */
    public IntPointer set(long index, long value) {
        if (value < Integer.MIN_VALUE || value > 0xFFFF_FFFFL) {
            throw new ValueOutOfRangeException("p[" + index + "]", "int", value, Integer.MIN_VALUE, 0xFFFF_FFFFL);
        }
        return set(index, (int) value);
    }

    /** Copies the values to {@code p[0]} and the following elements, and returns this pointer. */
    public IntPointer setAll(int... values) {
        segment().copyFrom(values, (long) values.length * Integer.BYTES);
        return this;
    }

    /**
     * Returns a copy of {@code p[0]} to {@code p[count - 1]}.
     *
     * @throws IllegalArgumentException if the count is negative, or larger than a Java array can be
     */
    public int[] toArray(long count) {
        int[] values = new int[Segment.arrayLength(count)];
        segment().copyTo(values, count * Integer.BYTES);
        return values;
    }

    /** {@inheritDoc} */
    @Override
    public String string(long most) {
        return segment().wideText(Integer.BYTES, most);
    }
}
