package io.github.cffi4j;

import io.github.cffi4j.memory.Segment;

/**
 * A pointer to {@code bool}s, a byte each; every byte but 0 is true. Ownership, errors and threads are as
 * {@link Pointer} says.
 */
public final class BoolPointer extends Pointer {
    /** {@code bool *}, for casts and out-parameters. */
    public static final PointerType<BoolPointer> TYPE = new PointerType<>("BoolPointer", Byte.BYTES) {
        @Override
        protected BoolPointer of(Segment segment) {
            return new BoolPointer(segment);
        }
    };

    /** For generated code. */
    public BoolPointer(Segment segment) {
        super(segment);
    }

    /** What a pointer points to, seen as this type: a C cast. {@code null} for {@code null}. */
    public static BoolPointer at(Pointer pointer) {
        return TYPE.at(pointer);
    }

    /** One new bool, false; freed when no Java object refers to it any more. */
    public static BoolPointer allocate() {
        return TYPE.allocate();
    }

    /** New bools, all false; freed when no Java object refers to them any more. */
    public static BoolPointer allocate(long count) {
        return TYPE.allocate(count);
    }

    /** One new bool, false; freed with the arena. */
    public static BoolPointer allocate(Arena arena) {
        return TYPE.allocate(arena);
    }

    /** New bools, all false; freed with the arena. */
    public static BoolPointer allocate(Arena arena, long count) {
        return TYPE.allocate(arena, count);
    }

    /** A copy of the values; freed with the arena. */
    public static BoolPointer of(Arena arena, boolean... values) {
        return allocate(arena, values.length).setAll(values);
    }

    /** A pointer to such a pointer that holds NULL; freed with the arena. */
    public static Ref<BoolPointer> ref(Arena arena) {
        return TYPE.ref(arena);
    }

    /** {@code *p} */
    public boolean get() {
        return get(0);
    }

    /** {@code p[index]} */
    public boolean get(long index) {
        return element(index, 1).getByte(0) != 0;
    }

    /** {@code *p = value} */
    public BoolPointer set(boolean value) {
        return set(0, value);
    }

    /** {@code p[index] = value} */
    public BoolPointer set(long index, boolean value) {
        element(index, 1).setByte(0, (byte) (value ? 1 : 0));
        return this;
    }

    /** Copies the values to {@code p[0]} and on. */
    public BoolPointer setAll(boolean... values) {
        for (int i = 0; i < values.length; i++) {
            set(i, values[i]);
        }
        return this;
    }

    /**
     * A copy of {@code p[0]} to {@code p[count - 1]}.
     *
     * @throws IllegalArgumentException if the count is negative, or more than an array of Java's can have
     */
    public boolean[] toArray(long count) {
        boolean[] values = new boolean[Segment.arrayLength(count)];
        for (int i = 0; i < count; i++) {
            values[i] = get(i);
        }
        return values;
    }
}
