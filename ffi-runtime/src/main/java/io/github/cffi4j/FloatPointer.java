package io.github.cffi4j;

import io.github.cffi4j.memory.Segment;

/**
 * A pointer to {@code float}s. Ownership, errors and threads are as
 * {@link Pointer} says.
 */
public final class FloatPointer extends Pointer {
    /** {@code float *}, for casts and out-parameters. */
    public static final PointerType<FloatPointer> TYPE = new PointerType<>("FloatPointer", Float.BYTES) {
        @Override
        protected FloatPointer of(Segment segment) {
            return new FloatPointer(segment);
        }
    };

    /** For generated code. */
    public FloatPointer(Segment segment) {
        super(segment);
    }

    /** What a pointer points to, seen as this type: a C cast. {@code null} for {@code null}. */
    public static FloatPointer at(Pointer pointer) {
        return TYPE.at(pointer);
    }

    /** One new number, 0; freed when no Java object refers to it any more. */
    public static FloatPointer allocate() {
        return TYPE.allocate();
    }

    /** New numbers, all 0; freed when no Java object refers to them any more. */
    public static FloatPointer allocate(long count) {
        return TYPE.allocate(count);
    }

    /** One new number, 0; freed with the arena. */
    public static FloatPointer allocate(Arena arena) {
        return TYPE.allocate(arena);
    }

    /**
     * New numbers, all 0; freed with the arena.
     *
     * @throws IllegalArgumentException if the count is negative
     * @throws IllegalStateException if the arena was closed or belongs to another thread
     */
    public static FloatPointer allocate(Arena arena, long count) {
        return TYPE.allocate(arena, count);
    }

    /** A copy of the values; freed with the arena. */
    public static FloatPointer of(Arena arena, float... values) {
        return allocate(arena, values.length).setAll(values);
    }

    /** A pointer to such a pointer that holds NULL; freed with the arena. */
    public static Ref<FloatPointer> ref(Arena arena) {
        return TYPE.ref(arena);
    }

    /** {@code *p} */
    public float get() {
        return get(0);
    }

    /** {@code p[index]} */
    public float get(long index) {
        return element(index, Float.BYTES).getFloat(0);
    }

    /** {@code *p = value} */
    public FloatPointer set(float value) {
        return set(0, value);
    }

    /** {@code p[index] = value} */
    public FloatPointer set(long index, float value) {
        element(index, Float.BYTES).setFloat(0, value);
        return this;
    }

    /** Copies the values to {@code p[0]} and on. */
    public FloatPointer setAll(float... values) {
        segment().copyFrom(values, (long) values.length * Float.BYTES);
        return this;
    }

    /**
     * A copy of {@code p[0]} to {@code p[count - 1]}.
     *
     * @throws IllegalArgumentException if the count is negative, or more than an array of Java's can have
     */
    public float[] toArray(long count) {
        float[] values = new float[Segment.arrayLength(count)];
        segment().copyTo(values, count * Float.BYTES);
        return values;
    }
}
