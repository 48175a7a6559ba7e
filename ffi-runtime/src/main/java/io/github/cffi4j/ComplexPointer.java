package io.github.cffi4j;

import org.jspecify.annotations.Nullable;

/**
 * A pointer to {@code double _Complex}. {@link Pointer} describes ownership, errors and
 * threads.
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

    ComplexPointer(Segment segment) {
        super(segment);
    }

    /** Returns the same pointer as this type, like a C cast; {@code null} for {@code null}. */
    public static @Nullable ComplexPointer at(@Nullable Pointer pointer) {
        return TYPE.at(pointer);
    }

    /** Allocates one number, 0 at first. It is freed when no Java object refers to it any more. */
    public static ComplexPointer allocate() {
        return TYPE.allocate();
    }

    /** Allocates numbers, all 0 at first. They are freed when no Java object refers to them any more. */
    public static ComplexPointer allocate(long count) {
        return TYPE.allocate(count);
    }

    /** Allocates one number, 0 at first. It is freed with the arena. */
    public static ComplexPointer allocate(Arena arena) {
        return TYPE.allocate(arena);
    }

    /**
     * Allocates numbers, all 0 at first. They are freed with the arena.
     *
     * @throws IllegalArgumentException if the count is negative
     * @throws IllegalStateException if the arena was closed or belongs to another thread
     */
    public static ComplexPointer allocate(Arena arena, long count) {
        return TYPE.allocate(arena, count);
    }

    /** Copies the values to new memory, which is freed with the arena. */
    public static ComplexPointer of(Arena arena, Complex... values) {
        ComplexPointer copy = allocate(arena, values.length);
        for (int i = 0; i < values.length; i++) {
            copy.set(i, values[i]);
        }
        return copy;
    }

    /** Allocates an out-parameter of this type. It holds NULL at first, and is freed with the arena. */
    public static Ref<ComplexPointer> ref(Arena arena) {
        return TYPE.ref(arena);
    }

    /** Returns {@code *p}. */
    public Complex get() {
        return get(0);
    }

    /** Returns {@code p[index]}. */
    public Complex get(long index) {
        Segment number = element(index, SIZE);
        return new Complex(number.getDouble(0), number.getDouble(Double.BYTES));
    }

    /** Sets {@code *p}, and returns this pointer. */
    public ComplexPointer set(Complex value) {
        return set(0, value);
    }

    /** Sets {@code p[index]}, and returns this pointer. */
    public ComplexPointer set(long index, Complex value) {
        Segment number = element(index, SIZE);
        number.setDouble(0, value.re());
        number.setDouble(Double.BYTES, value.im());
        return this;
    }
}
