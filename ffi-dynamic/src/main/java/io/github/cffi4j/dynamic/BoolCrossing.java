package io.github.cffi4j.dynamic;

import io.github.cffi4j.BoolPointer;
import io.github.cffi4j.Pointer;
import io.github.cffi4j.PointerType;
import io.github.cffi4j.Segment;
import io.github.cffi4j.engine.CType.Scalar;
import org.jspecify.annotations.Nullable;

/** {@code _Bool}: Java's {@code boolean}. */
final class BoolCrossing extends Crossing {
    BoolCrossing(String spelling) {
        super(spelling, Scalar.UINT8);
    }

    @Override
    Class<?> javaType() {
        return boolean.class;
    }

    @Override
    PointerType<? extends Pointer> pointerType() {
        return BoolPointer.TYPE;
    }

    @Override
    Object load(Segment segment, long offset) {
        return segment.getByte(offset) != 0;
    }

    @Override
    void store(Segment segment, long offset, @Nullable Object value, String what) {
        segment.setByte(offset, (byte) (truth(value, what) ? 1 : 0));
    }

    @Override
    long word(@Nullable Object value, CallFrame frame, Parameter parameter) {
        return truth(value, parameter.place()) ? 1 : 0;
    }

    @Override
    Object value(long word) {
        return (word & 0xFF) != 0;
    }

    boolean truth(@Nullable Object value, String what) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw wrong(value, what, "a boolean");
    }
}
