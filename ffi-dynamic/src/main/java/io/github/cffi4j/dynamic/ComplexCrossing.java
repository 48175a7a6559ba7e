package io.github.cffi4j.dynamic;

import io.github.cffi4j.Complex;
import io.github.cffi4j.ComplexPointer;
import io.github.cffi4j.FloatComplexPointer;
import io.github.cffi4j.Pointer;
import io.github.cffi4j.PointerType;
import io.github.cffi4j.Segment;
import io.github.cffi4j.engine.CType;
import io.github.cffi4j.engine.CType.Scalar;
import org.jspecify.annotations.Nullable;

/** {@code double _Complex} and {@code float _Complex}, which calls pass as a struct of two. */
final class ComplexCrossing extends Crossing {
    private final boolean single;

    ComplexCrossing(String spelling, boolean single) {
        super(spelling, single ? CType.struct(Scalar.FLOAT, Scalar.FLOAT) : CType.struct(Scalar.DOUBLE, Scalar.DOUBLE));
        this.single = single;
    }

    @Override
    Class<?> javaType() {
        return Complex.class;
    }

    @Override
    PointerType<? extends Pointer> pointerType() {
        return single ? FloatComplexPointer.TYPE : ComplexPointer.TYPE;
    }

    @Override
    boolean passedByAddress() {
        return true;
    }

    @Override
    Object load(Segment segment, long offset) {
        return single
                ? new Complex(segment.getFloat(offset), segment.getFloat(offset + Float.BYTES))
                : new Complex(segment.getDouble(offset), segment.getDouble(offset + Double.BYTES));
    }

    @Override
    void store(Segment segment, long offset, @Nullable Object value, String what) {
        if (!(value instanceof Complex number)) {
            throw wrong(value, what, "a Complex");
        } else if (single) {
            segment.setFloat(offset, (float) number.re());
            segment.setFloat(offset + Float.BYTES, (float) number.im());
        } else {
            segment.setDouble(offset, number.re());
            segment.setDouble(offset + Double.BYTES, number.im());
        }
    }

    @Override
    long word(@Nullable Object value, CallFrame frame, Parameter parameter) {
        Segment memory = frame.memory(size());
        store(memory, 0, value, parameter.place());
        return memory.address();
    }

    @Override
    Object value(long word) {
        return load(Segment.ofAddress(word, size()), 0);
    }
}
