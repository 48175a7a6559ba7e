package io.github.cffi4j;

import org.jspecify.annotations.Nullable;

/**
 * A pointer to {@code double}s. {@link Pointer} describes ownership, errors and
 * threads.
 */
public final class DoublePointer extends Pointer {
    /** {@code double *}, for casts and out-parameters. */
    public static final PointerType<DoublePointer> TYPE = new PointerType<>("DoublePointer", Double.BYTES) {
        @Override
        protected DoublePointer of(Segment segment) {
            return new DoublePointer(segment);
        }
    };

    DoublePointer(Segment segment) {
        super(segment);
    }

    /** Returns the same pointer as this type, like a C cast; {@code null} for {@code null}. */
    public static @Nullable DoublePointer at(@Nullable Pointer pointer) {
        return TYPE.at(pointer);
    }

    /** Allocates one number, 0 at first. It is freed when no Java object refers to it any more. */
    public static DoublePointer allocate() {
        return TYPE.allocate();
    }

    /** Allocates numbers, all 0 at first. They are freed when no Java object refers to them any more. */
    public static DoublePointer allocate(long count) {
        return TYPE.allocate(count);
    }

    /** Allocates one number, 0 at first. It is freed with the arena. */
    public static DoublePointer allocate(Arena arena) {
        return TYPE.allocate(arena);
    }

    /**
     * Allocates numbers, all 0 at first. They are freed with the arena.
     *
     * @throws IllegalArgumentException if the count is negative
     * @throws IllegalStateException if the arena was closed or belongs to another thread
     */
    public static DoublePointer allocate(Arena arena, long count) {
        return TYPE.allocate(arena, count);
    }

    /** Copies the values to new memory, which is freed with the arena. */
    public static DoublePointer of(Arena arena, double... values) {
        return allocate(arena, values.length).setAll(values);
    }

    /** Allocates an out-parameter of this type. It holds NULL at first, and is freed with the arena. */
    public static Ref<DoublePointer> ref(Arena arena) {
        return TYPE.ref(arena);
    }

    /** Returns {@code *p}. */
    public double get() {
        return get(0);
    }

    /** Returns {@code p[index]}. */
    public double get(long index) {
        return element(index, Double.BYTES).getDouble(0);
    }

    /** Sets {@code *p}, and returns this pointer. */
    public DoublePointer set(double value) {
        return set(0, value);
    }

    /** Sets {@code p[index]}, and returns this pointer. */
    public DoublePointer set(long index, double value) {
        element(index, Double.BYTES).setDouble(0, value);
        return this;
    }

    /** Copies the values to {@code p[0]} and the following elements, and returns this pointer. */
    public DoublePointer setAll(double... values) {
        segment().copyFrom(values, (long) values.length * Double.BYTES);
        return this;
    }

    /**
     * Returns a copy of {@code p[0]} to {@code p[count - 1]}.
     *
     * @throws IllegalArgumentException if the count is negative, or larger than a Java array can be
     */
    public double[] toArray(long count) {
        double[] values = new double[Segment.arrayLength(count)];
        segment().copyTo(values, count * Double.BYTES);
        return values;
    }
}
