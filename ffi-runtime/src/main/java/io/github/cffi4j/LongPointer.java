package io.github.cffi4j;

import io.github.cffi4j.memory.Segment;

/**
 * A pointer to 64-bit integers of any signedness. C's {@code long} may be narrower. Ownership, errors and threads are as
 * {@link Pointer} says.
 */
public final class LongPointer extends Pointer {
    /** {@code long long *}, for casts and out-parameters. */
    public static final PointerType<LongPointer> TYPE = new PointerType<>("LongPointer", Long.BYTES) {
        @Override
        protected LongPointer of(Segment segment) {
            return new LongPointer(segment);
        }
    };

    /** For generated code. */
    public LongPointer(Segment segment) {
        super(segment);
    }

    /** What a pointer points to, seen as this type: a C cast. {@code null} for {@code null}. */
    public static LongPointer at(Pointer pointer) {
        return TYPE.at(pointer);
    }

    /** One new number, 0; freed when no Java object refers to it any more. */
    public static LongPointer allocate() {
        return TYPE.allocate();
    }

    /** New numbers, all 0; freed when no Java object refers to them any more. */
    public static LongPointer allocate(long count) {
        return TYPE.allocate(count);
    }

    /** One new number, 0; freed with the arena. */
    public static LongPointer allocate(Arena arena) {
        return TYPE.allocate(arena);
    }

    /**
     * New numbers, all 0; freed with the arena.
     *
     * @throws IllegalArgumentException if the count is negative
     * @throws IllegalStateException if the arena was closed or belongs to another thread
     */
    public static LongPointer allocate(Arena arena, long count) {
        return TYPE.allocate(arena, count);
    }

    /** A copy of the values; freed with the arena. */
    public static LongPointer of(Arena arena, long... values) {
        return allocate(arena, values.length).setAll(values);
    }

    /** A pointer to such a pointer that holds NULL; freed with the arena. */
    public static Ref<LongPointer> ref(Arena arena) {
        return TYPE.ref(arena);
    }

    /** {@code *p} */
    public long get() {
        return get(0);
    }

    /** {@code p[index]} */
    public long get(long index) {
        return element(index, Long.BYTES).getLong(0);
    }

    /** {@code *p = value} */
    public LongPointer set(long value) {
        return set(0, value);
    }

    /** {@code p[index] = value} */
    public LongPointer set(long index, long value) {
        element(index, Long.BYTES).setLong(0, value);
        return this;
    }

    /** Copies the values to {@code p[0]} and on. */
    public LongPointer setAll(long... values) {
        segment().copyFrom(values, (long) values.length * Long.BYTES);
        return this;
    }

    /**
     * A copy of {@code p[0]} to {@code p[count - 1]}.
     *
     * @throws IllegalArgumentException if the count is negative, or more than an array of Java's can have
     */
    public long[] toArray(long count) {
        long[] values = new long[Segment.arrayLength(count)];
        segment().copyTo(values, count * Long.BYTES);
        return values;
    }
}
