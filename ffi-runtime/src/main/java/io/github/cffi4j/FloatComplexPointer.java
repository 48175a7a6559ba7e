package io.github.cffi4j;

import org.jspecify.annotations.Nullable;

/**
 * A pointer to {@code float _Complex}. Values are rounded to {@code float}. {@link Pointer} describes ownership, errors
 * and threads.
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

    FloatComplexPointer(Segment segment) {
        super(segment);
    }

    /** Returns the same pointer as this type, like a C cast; {@code null} for {@code null}. */
    public static @Nullable FloatComplexPointer at(@Nullable Pointer pointer) {
        return TYPE.at(pointer);
    }

    /** Allocates one number, 0 at first. It is freed when no Java object refers to it any more. */
    public static FloatComplexPointer allocate() {
        return TYPE.allocate();
    }

    /** Allocates numbers, all 0 at first. They are freed when no Java object refers to them any more. */
    public static FloatComplexPointer allocate(long count) {
        return TYPE.allocate(count);
    }

    /** Allocates one number, 0 at first. It is freed with the arena. */
    public static FloatComplexPointer allocate(Arena arena) {
        return TYPE.allocate(arena);
    }

    /**
     * Allocates numbers, all 0 at first. They are freed with the arena.
     *
     * @throws IllegalArgumentException if the count is negative
     * @throws IllegalStateException if the arena was closed or belongs to another thread
     */
    public static FloatComplexPointer allocate(Arena arena, long count) {
        return TYPE.allocate(arena, count);
    }

    /** Copies the values to new memory, which is freed with the arena. */
    public static FloatComplexPointer of(Arena arena, Complex... values) {
        FloatComplexPointer copy = allocate(arena, values.length);
        for (int i = 0; i < values.length; i++) {
            copy.set(i, values[i]);
        }
        return copy;
    }

    /** Allocates an out-parameter of this type. It holds NULL at first, and is freed with the arena. */
    public static Ref<FloatComplexPointer> ref(Arena arena) {
        return TYPE.ref(arena);
    }

    /** Returns {@code *p}. */
    public Complex get() {
        return get(0);
    }

    /** Returns {@code p[index]}. */
    public Complex get(long index) {
        Segment number = element(index, SIZE);
        return new Complex(number.getFloat(0), number.getFloat(Float.BYTES));
    }

    /** Sets {@code *p}, and returns this pointer. */
    public FloatComplexPointer set(Complex value) {
        return set(0, value);
    }

    /** Sets {@code p[index]}, and returns this pointer. */
    public FloatComplexPointer set(long index, Complex value) {
        Segment number = element(index, SIZE);
        number.setFloat(0, (float) value.re());
        number.setFloat(Float.BYTES, (float) value.im());
        return this;
    }
}
