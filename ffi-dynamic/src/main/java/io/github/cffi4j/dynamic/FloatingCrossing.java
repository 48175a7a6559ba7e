package io.github.cffi4j.dynamic;

import io.github.cffi4j.DoublePointer;
import io.github.cffi4j.FloatPointer;
import io.github.cffi4j.Pointer;
import io.github.cffi4j.PointerType;
import io.github.cffi4j.Segment;
import io.github.cffi4j.engine.CType.Scalar;
import org.jspecify.annotations.Nullable;

/** {@code float} and {@code double}. */
final class FloatingCrossing extends Crossing {
    private final boolean single;

    FloatingCrossing(String spelling, boolean single) {
        super(spelling, single ? Scalar.FLOAT : Scalar.DOUBLE);
        this.single = single;
    }

    @Override
    Class<?> javaType() {
        return single ? float.class : double.class;
    }

    @Override
    PointerType<? extends Pointer> pointerType() {
        return single ? FloatPointer.TYPE : DoublePointer.TYPE;
    }

    @Override
    Object load(Segment segment, long offset) {
        return single ? (Object) segment.getFloat(offset) : (Object) segment.getDouble(offset);
    }

    @Override
    void store(Segment segment, long offset, @Nullable Object value, String what) {
        double number = number(this, value, what);
        if (single) {
            segment.setFloat(offset, (float) number);
        } else {
            segment.setDouble(offset, number);
        }
    }

    @Override
    long word(@Nullable Object value, CallFrame frame, Parameter parameter) {
        double number = number(this, value, parameter.place());
        return single ? Float.floatToRawIntBits((float) number) & 0xFFFF_FFFFL : Double.doubleToRawLongBits(number);
    }

    @Override
    Object value(long word) {
        return single ? (Object) Float.intBitsToFloat((int) word) : (Object) Double.longBitsToDouble(word);
    }

    /** Returns a number of Java's as a {@code double}. */
    static double number(Crossing type, @Nullable Object value, String what) {
        if (value instanceof Double
                || value instanceof Float
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte) {
            return ((Number) value).doubleValue();
        }
        throw type.wrong(value, what, "a number");
    }
}
