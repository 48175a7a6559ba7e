package io.github.cffi4j;

import io.github.cffi4j.memory.Segment;

/**
 * A pointer to {@code double _Complex}. Ownership, errors and threads are as
 * {@link Pointer} says.
 */
public final class ComplexPointer extends Pointer {
    /** {@code sizeof(double _Complex)}, the same on every platform. */
    public static final long SIZE = 2L * Double.BYTES;

    /** {@code double _Complex *}, for casts and out-parameters. */
    public static final PointerType<ComplexPointer> TYPE = new PointerType<>("ComplexPointer", SIZE) {
        @Override
        protected ComplexPointer of(Segment segment) {
            return new ComplexPointer(segment);
        }
    };

    /** For generated code. */
    public ComplexPointer(Segment segment) {
        super(segment);
    }

    /** What a pointer points to, seen as this type: a C cast. {@code null} for {@code null}. */
    public static ComplexPointer at(Pointer pointer) {
        return TYPE.at(pointer);
    }

    /** One new number, 0; freed when no Java object refers to it any more. */
    public static ComplexPointer allocate() {
        return TYPE.allocate();
    }

    /** New numbers, all 0; freed when no Java object refers to them any more. */
    public static ComplexPointer allocate(long count) {
        return TYPE.allocate(count);
    }

    /** One new number, 0; freed with the arena. */
    public static ComplexPointer allocate(Arena arena) {
        return TYPE.allocate(arena);
    }

    /**
     * New numbers, all 0; freed with the arena.
     *
     * @throws IllegalArgumentException if the count is negative
     * @throws IllegalStateException if the arena was closed or belongs to another thread
     */
    public static ComplexPointer allocate(Arena arena, long count) {
        return TYPE.allocate(arena, count);
    }

    /** A copy of the values; freed with the arena. */
    public static ComplexPointer of(Arena arena, Complex... values) {
        ComplexPointer copy = allocate(arena, values.length);
        for (int i = 0; i < values.length; i++) {
            copy.set(i, values[i]);
        }
        return copy;
    }

    /** A pointer to such a pointer that holds NULL; freed with the arena. */
    public static Ref<ComplexPointer> ref(Arena arena) {
        return TYPE.ref(arena);
    }

    /** {@code *p} */
    public Complex get() {
        return get(0);
    }

    /** {@code p[index]} */
    public Complex get(long index) {
        Segment number = element(index, SIZE);
        return new Complex(number.getDouble(0), number.getDouble(Double.BYTES));
    }

    /** {@code *p = value} */
    public ComplexPointer set(Complex value) {
        return set(0, value);
    }

    /** {@code p[index] = value} */
    public ComplexPointer set(long index, Complex value) {
        Segment number = element(index, SIZE);
        number.setDouble(0, value.re());
        number.setDouble(Double.BYTES, value.im());
        return this;
    }
}
