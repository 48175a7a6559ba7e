package io.github.cffi4j.dynamic;

import io.github.cffi4j.FloatingType;
import io.github.cffi4j.Segment;
import io.github.cffi4j.engine.CType.Scalar;
import org.jspecify.annotations.Nullable;

/** {@code long double} that is wider than a {@code double}; Java rounds it. */
final class LongDoubleCrossing extends Crossing {
    private final FloatingType type;

    LongDoubleCrossing(FloatingType type) {
        super("long double", Scalar.LONG_DOUBLE);
        this.type = type;
    }

    @Override
    Class<?> javaType() {
        return double.class;
    }

    @Override
    boolean passedByAddress() {
        return true;
    }

    @Override
    Object load(Segment segment, long offset) {
        return type.get(segment, offset);
    }

    @Override
    void store(Segment segment, long offset, @Nullable Object value, String what) {
        type.set(segment, offset, FloatingCrossing.number(this, value, what));
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
