package io.github.cffi4j;

import io.github.cffi4j.memory.Segment;

/**
 * A pointer to {@code double}s. Ownership, errors and threads are as
 * {@link Pointer} says.
 */
public final class DoublePointer extends Pointer {
    /** {@code double *}, for casts and out-parameters. */
    public static final PointerType<DoublePointer> TYPE = new PointerType<>("DoublePointer", Double.BYTES) {
        @Override
        protected DoublePointer of(Segment segment) {
            return new DoublePointer(segment);
        }
    };

    /** For generated code. */
    public DoublePointer(Segment segment) {
        super(segment);
    }

    /** What a pointer points to, seen as this type: a C cast. {@code null} for {@code null}. */
    public static DoublePointer at(Pointer pointer) {
        return TYPE.at(pointer);
    }

    /** One new number, 0; freed when no Java object refers to it any more. */
    public static DoublePointer allocate() {
        return TYPE.allocate();
    }

    /** New numbers, all 0; freed when no Java object refers to them any more. */
    public static DoublePointer allocate(long count) {
        return TYPE.allocate(count);
    }

    /** One new number, 0; freed with the arena. */
    public static DoublePointer allocate(Arena arena) {
        return TYPE.allocate(arena);
    }

    /**
     * New numbers, all 0; freed with the arena.
     *
     * @throws IllegalArgumentException if the count is negative
     * @throws IllegalStateException if the arena was closed or belongs to another thread
     */
    public static DoublePointer allocate(Arena arena, long count) {
        return TYPE.allocate(arena, count);
    }

    /** A copy of the values; freed with the arena. */
    public static DoublePointer of(Arena arena, double... values) {
        return allocate(arena, values.length).setAll(values);
    }

    /** A pointer to such a pointer that holds NULL; freed with the arena. */
    public static Ref<DoublePointer> ref(Arena arena) {
        return TYPE.ref(arena);
    }

    /** {@code *p} */
    public double get() {
        return get(0);
    }

    /** {@code p[index]} */
    public double get(long index) {
        return element(index, Double.BYTES).getDouble(0);
    }

    /** {@code *p = value} */
    public DoublePointer set(double value) {
        return set(0, value);
    }

    /** {@code p[index] = value} */
    public DoublePointer set(long index, double value) {
        element(index, Double.BYTES).setDouble(0, value);
        return this;
    }

    /** Copies the values to {@code p[0]} and on. */
    public DoublePointer setAll(double... values) {
        segment().copyFrom(values, (long) values.length * Double.BYTES);
        return this;
    }

    /**
     * A copy of {@code p[0]} to {@code p[count - 1]}.
     *
     * @throws IllegalArgumentException if the count is negative, or more than an array of Java's can have
     */
    public double[] toArray(long count) {
        double[] values = new double[Segment.arrayLength(count)];
        segment().copyTo(values, count * Double.BYTES);
        return values;
    }
}
