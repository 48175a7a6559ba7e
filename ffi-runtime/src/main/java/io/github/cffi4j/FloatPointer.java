package io.github.cffi4j;

import org.jspecify.annotations.Nullable;

/**
 * A pointer to {@code float}s. {@link Pointer} describes ownership, errors and
 * threads.
 */
public final class FloatPointer extends Pointer {
    /** {@code float *}, for casts and out-parameters. */
    public static final PointerType<FloatPointer> TYPE = new PointerType<>("FloatPointer", Float.BYTES) {
        @Override
        protected FloatPointer of(Segment segment) {
            return new FloatPointer(segment);
        }
    };

    FloatPointer(Segment segment) {
        super(segment);
    }

    /** Returns the same pointer as this type, like a C cast; {@code null} for {@code null}. */
    public static @Nullable FloatPointer at(@Nullable Pointer pointer) {
        return TYPE.at(pointer);
    }

    /** Allocates one number, 0 at first. It is freed when no Java object refers to it any more. */
    public static FloatPointer allocate() {
        return TYPE.allocate();
    }

    /** Allocates numbers, all 0 at first. They are freed when no Java object refers to them any more. */
    public static FloatPointer allocate(long count) {
        return TYPE.allocate(count);
    }

    /** Allocates one number, 0 at first. It is freed with the arena. */
    public static FloatPointer allocate(Arena arena) {
        return TYPE.allocate(arena);
    }

    /**
     * Allocates numbers, all 0 at first. They are freed with the arena.
     *
     * @throws IllegalArgumentException if the count is negative
     * @throws IllegalStateException if the arena was closed or belongs to another thread
     */
    public static FloatPointer allocate(Arena arena, long count) {
        return TYPE.allocate(arena, count);
    }

    /** Copies the values to new memory, which is freed with the arena. */
    public static FloatPointer of(Arena arena, float... values) {
        return allocate(arena, values.length).setAll(values);
    }

    /** Allocates an out-parameter of this type. It holds NULL at first, and is freed with the arena. */
    public static Ref<FloatPointer> ref(Arena arena) {
        return TYPE.ref(arena);
    }

    /** Returns {@code *p}. */
    public float get() {
        return get(0);
    }

    /** Returns {@code p[index]}. */
    public float get(long index) {
        return element(index, Float.BYTES).getFloat(0);
    }

    /** Sets {@code *p}, and returns this pointer. */
    public FloatPointer set(float value) {
        return set(0, value);
    }

    /** Sets {@code p[index]}, and returns this pointer. */
    public FloatPointer set(long index, float value) {
        element(index, Float.BYTES).setFloat(0, value);
        return this;
    }

    /** Copies the values to {@code p[0]} and the following elements, and returns this pointer. */
    public FloatPointer setAll(float... values) {
        segment().copyFrom(values, (long) values.length * Float.BYTES);
        return this;
    }

    /**
     * Returns a copy of {@code p[0]} to {@code p[count - 1]}.
     *
     * @throws IllegalArgumentException if the count is negative, or larger than a Java array can be
     */
    public float[] toArray(long count) {
        float[] values = new float[Segment.arrayLength(count)];
        segment().copyTo(values, count * Float.BYTES);
        return values;
    }
}
