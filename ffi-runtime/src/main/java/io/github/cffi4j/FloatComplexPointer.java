package io.github.cffi4j;

import io.github.cffi4j.memory.Segment;

/**
 * A pointer to {@code float _Complex}. Values are rounded to {@code float}. Ownership, errors and threads are as
 * {@link Pointer} says.
 */
public final class FloatComplexPointer extends Pointer {
    /** {@code sizeof(float _Complex)}, the same on every platform. */
    public static final long SIZE = 2L * Float.BYTES;

    /** {@code float _Complex *}, for casts and out-parameters. */
    public static final PointerType<FloatComplexPointer> TYPE = new PointerType<>("FloatComplexPointer", SIZE) {
        @Override
        protected FloatComplexPointer of(Segment segment) {
            return new FloatComplexPointer(segment);
        }
    };

    /** For generated code. */
    public FloatComplexPointer(Segment segment) {
        super(segment);
    }

    /** What a pointer points to, seen as this type: a C cast. {@code null} for {@code null}. */
    public static FloatComplexPointer at(Pointer pointer) {
        return TYPE.at(pointer);
    }

    /** One new number, 0; freed when no Java object refers to it any more. */
    public static FloatComplexPointer allocate() {
        return TYPE.allocate();
    }

    /** New numbers, all 0; freed when no Java object refers to them any more. */
    public static FloatComplexPointer allocate(long count) {
        return TYPE.allocate(count);
    }

    /** One new number, 0; freed with the arena. */
    public static FloatComplexPointer allocate(Arena arena) {
        return TYPE.allocate(arena);
    }

    /**
     * New numbers, all 0; freed with the arena.
     *
     * @throws IllegalArgumentException if the count is negative
     * @throws IllegalStateException if the arena was closed or belongs to another thread
     */
    public static FloatComplexPointer allocate(Arena arena, long count) {
        return TYPE.allocate(arena, count);
    }

    /** A copy of the values; freed with the arena. */
    public static FloatComplexPointer of(Arena arena, Complex... values) {
        FloatComplexPointer copy = allocate(arena, values.length);
        for (int i = 0; i < values.length; i++) {
            copy.set(i, values[i]);
        }
        return copy;
    }

    /** A pointer to such a pointer that holds NULL; freed with the arena. */
    public static Ref<FloatComplexPointer> ref(Arena arena) {
        return TYPE.ref(arena);
    }

    /** {@code *p} */
    public Complex get() {
        return get(0);
    }

    /** {@code p[index]} */
    public Complex get(long index) {
        Segment number = element(index, SIZE);
        return new Complex(number.getFloat(0), number.getFloat(Float.BYTES));
    }

    /** {@code *p = value} */
    public FloatComplexPointer set(Complex value) {
        return set(0, value);
    }

    /** {@code p[index] = value} */
    public FloatComplexPointer set(long index, Complex value) {
        Segment number = element(index, SIZE);
        number.setFloat(0, (float) value.re());
        number.setFloat(Float.BYTES, (float) value.im());
        return this;
    }
}
