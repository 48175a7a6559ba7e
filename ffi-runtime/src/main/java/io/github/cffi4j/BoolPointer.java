package io.github.cffi4j;

import org.jspecify.annotations.Nullable;

/**
 * A pointer to {@code bool}s of one byte each. Every byte except 0 is true. {@link Pointer} describes ownership, errors
 * and threads.
 */
public final class BoolPointer extends Pointer {
    /** {@code bool *}, for casts and out-parameters. */
    public static final PointerType<BoolPointer> TYPE = new PointerType<>("BoolPointer", Byte.BYTES) {
        @Override
        protected BoolPointer of(Segment segment) {
            return new BoolPointer(segment);
        }
    };

    BoolPointer(Segment segment) {
        super(segment);
    }

    /** Returns the same pointer as this type, like a C cast; {@code null} for {@code null}. */
    public static @Nullable BoolPointer at(@Nullable Pointer pointer) {
        return TYPE.at(pointer);
    }

    /** Allocates one bool, false at first. It is freed when no Java object refers to it any more. */
    public static BoolPointer allocate() {
        return TYPE.allocate();
    }

    /** Allocates bools, all false at first. They are freed when no Java object refers to them any more. */
    public static BoolPointer allocate(long count) {
        return TYPE.allocate(count);
    }

    /** Allocates one bool, false at first. It is freed with the arena. */
    public static BoolPointer allocate(Arena arena) {
        return TYPE.allocate(arena);
    }

    /**
     * Allocates bools, all false at first. They are freed with the arena.
     *
     * @throws IllegalArgumentException if the count is negative
     * @throws IllegalStateException if the arena was closed or belongs to another thread
     */
    public static BoolPointer allocate(Arena arena, long count) {
        return TYPE.allocate(arena, count);
    }

    /** Copies the values to new memory, which is freed with the arena. */
    public static BoolPointer of(Arena arena, boolean... values) {
        return allocate(arena, values.length).setAll(values);
    }

    /** Allocates an out-parameter of this type. It holds NULL at first, and is freed with the arena. */
    public static Ref<BoolPointer> ref(Arena arena) {
        return TYPE.ref(arena);
    }

    /** Returns {@code *p}. */
    public boolean get() {
        return get(0);
    }

    /** Returns {@code p[index]}. */
    public boolean get(long index) {
        return element(index, 1).getByte(0) != 0;
    }

    /** Sets {@code *p}, and returns this pointer. */
    public BoolPointer set(boolean value) {
        return set(0, value);
    }

    /** Sets {@code p[index]}, and returns this pointer. */
    public BoolPointer set(long index, boolean value) {
        element(index, 1).setByte(0, (byte) (value ? 1 : 0));
        return this;
    }

    /** Copies the values to {@code p[0]} and the following elements, and returns this pointer. */
    public BoolPointer setAll(boolean... values) {
        for (int i = 0; i < values.length; i++) {
            set(i, values[i]);
        }
        return this;
    }

    /**
     * Returns a copy of {@code p[0]} to {@code p[count - 1]}.
     *
     * @throws IllegalArgumentException if the count is negative, or larger than a Java array can be
     */
    public boolean[] toArray(long count) {
        boolean[] values = new boolean[Segment.arrayLength(count)];
        for (int i = 0; i < count; i++) {
            values[i] = get(i);
        }
        return values;
    }
}
