package io.github.cffi4j;

import io.github.cffi4j.memory.Segment;

/**
 * A pointer to bytes: {@code char *} of any signedness, C strings and buffers. Ownership, errors and threads are as
 * {@link Pointer} says.
 */
public final class BytePointer extends Pointer {
    /** {@code char *}, for casts and out-parameters. */
    public static final PointerType<BytePointer> TYPE = new PointerType<>("BytePointer", Byte.BYTES) {
        @Override
        protected BytePointer of(Segment segment) {
            return new BytePointer(segment);
        }
    };

    /** For generated code. */
    public BytePointer(Segment segment) {
        super(segment);
    }

    /** What a pointer points to, seen as this type: a C cast. {@code null} for {@code null}. */
    public static BytePointer at(Pointer pointer) {
        return TYPE.at(pointer);
    }

    /** One new byte, 0; freed when no Java object refers to it any more. */
    public static BytePointer allocate() {
        return TYPE.allocate();
    }

    /** New bytes, all 0; freed when no Java object refers to them any more. */
    public static BytePointer allocate(long count) {
        return TYPE.allocate(count);
    }

    /** One new byte, 0; freed with the arena. */
    public static BytePointer allocate(Arena arena) {
        return TYPE.allocate(arena);
    }

    /** New bytes, all 0; freed with the arena. */
    public static BytePointer allocate(Arena arena, long count) {
        return TYPE.allocate(arena, count);
    }

    /** A copy of the values; freed with the arena. */
    public static BytePointer of(Arena arena, byte... values) {
        return allocate(arena, values.length).setAll(values);
    }

    /** A pointer to such a pointer that holds NULL; freed with the arena. */
    public static Ref<BytePointer> ref(Arena arena) {
        return TYPE.ref(arena);
    }

    /** {@code *p} */
    public byte get() {
        return get(0);
    }

    /** {@code p[index]} */
    public byte get(long index) {
        return element(index, 1).getByte(0);
    }

    /** {@code *p = value} */
    public BytePointer set(byte value) {
        return set(0, value);
    }

    /** {@code p[index] = value} */
    public BytePointer set(long index, byte value) {
        element(index, 1).setByte(0, value);
        return this;
    }

    /** Copies the values to {@code p[0]} and on. */
    public BytePointer setAll(byte... values) {
        segment().copyFrom(values, values.length);
        return this;
    }

    /** A copy of {@code p[0]} to {@code p[count - 1]}. */
    public byte[] toArray(int count) {
        byte[] values = new byte[count];
        segment().copyTo(values, count);
        return values;
    }
}
