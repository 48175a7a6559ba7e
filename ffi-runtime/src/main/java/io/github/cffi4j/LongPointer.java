package io.github.cffi4j;

import org.jspecify.annotations.Nullable;

/**
 * A pointer to 64-bit integers of any signedness. C's {@code long} may be narrower. {@link Pointer} describes
 * ownership, errors and threads.
 */
public final class LongPointer extends Pointer {
    /** {@code long long *}, for casts and out-parameters. */
    public static final PointerType<LongPointer> TYPE = new PointerType<>("LongPointer", Long.BYTES) {
        @Override
        protected LongPointer of(Segment segment) {
            return new LongPointer(segment);
        }
    };

    LongPointer(Segment segment) {
        super(segment);
    }

    /** Returns the same pointer as this type, like a C cast; {@code null} for {@code null}. */
    public static @Nullable LongPointer at(@Nullable Pointer pointer) {
        return TYPE.at(pointer);
    }

    /** Allocates one number, 0 at first. It is freed when no Java object refers to it any more. */
    public static LongPointer allocate() {
        return TYPE.allocate();
    }

    /** Allocates numbers, all 0 at first. They are freed when no Java object refers to them any more. */
    public static LongPointer allocate(long count) {
        return TYPE.allocate(count);
    }

    /** Allocates one number, 0 at first. It is freed with the arena. */
    public static LongPointer allocate(Arena arena) {
        return TYPE.allocate(arena);
    }

    /**
     * Allocates numbers, all 0 at first. They are freed with the arena.
     *
     * @throws IllegalArgumentException if the count is negative
     * @throws IllegalStateException if the arena was closed or belongs to another thread
     */
    public static LongPointer allocate(Arena arena, long count) {
        return TYPE.allocate(arena, count);
    }

    /** Copies the values to new memory, which is freed with the arena. */
    public static LongPointer of(Arena arena, long... values) {
        return allocate(arena, values.length).setAll(values);
    }

    /** Allocates an out-parameter of this type. It holds NULL at first, and is freed with the arena. */
    public static Ref<LongPointer> ref(Arena arena) {
        return TYPE.ref(arena);
    }

    /** Returns {@code *p}. */
    public long get() {
        return get(0);
    }

    /** Returns {@code p[index]}. */
    public long get(long index) {
        return element(index, Long.BYTES).getLong(0);
    }

    /** Sets {@code *p}, and returns this pointer. */
    public LongPointer set(long value) {
        return set(0, value);
    }

    /** Sets {@code p[index]}, and returns this pointer. */
    public LongPointer set(long index, long value) {
        element(index, Long.BYTES).setLong(0, value);
        return this;
    }

    /** Copies the values to {@code p[0]} and the following elements, and returns this pointer. */
    public LongPointer setAll(long... values) {
        segment().copyFrom(values, (long) values.length * Long.BYTES);
        return this;
    }

    /**
     * Returns a copy of {@code p[0]} to {@code p[count - 1]}.
     *
     * @throws IllegalArgumentException if the count is negative, or larger than a Java array can be
     */
    public long[] toArray(long count) {
        long[] values = new long[Segment.arrayLength(count)];
        segment().copyTo(values, count * Long.BYTES);
        return values;
    }
}
