package io.github.cffi4j.engine;

/**
 * A step of a call: {@code struct engine_move}.
 *
 * @param argument the index of the argument
 * @param size in bytes
 * @param source where in the argument's struct, or in the frame
 * @param target where in the frame, or in the result's struct
 */
record Move(Kind kind, int argument, int size, int source, int target) {
    /** In the order of C's constants. */
    enum Kind {
        /** The low bytes of the argument's word go to the frame. */
        VALUE,
        /** Bytes of the argument's struct go to the frame; or of the frame to the result's struct. */
        BYTES,
        /** The address of a copy, which is behind the stack, goes to the frame. */
        COPY_ADDRESS,
        /** The address of the result's struct goes to the frame. */
        RESULT_ADDRESS
    }

    static final int BYTES_IN_C = 16;

    boolean ofEightBytes() {
        return kind == Kind.BYTES && size == Long.BYTES;
    }

    boolean ofAWord() {
        return kind == Kind.VALUE && size == Long.BYTES;
    }

    Move behind(int bytes) {
        return kind == Kind.COPY_ADDRESS
                ? new Move(kind, argument, size, source + bytes, target)
                : new Move(kind, argument, size, source, target + bytes);
    }
}
