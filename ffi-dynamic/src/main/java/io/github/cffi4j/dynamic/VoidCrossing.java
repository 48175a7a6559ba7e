package io.github.cffi4j.dynamic;

import io.github.cffi4j.Segment;
import io.github.cffi4j.engine.CType.Scalar;
import org.jspecify.annotations.Nullable;

/** {@code void}: what a function without a result returns, and what a {@code void *} points to. */
final class VoidCrossing extends Crossing {
    VoidCrossing() {
        super("void", Scalar.VOID);
    }

    @Override
    Class<?> javaType() {
        return void.class;
    }

    @Override
    @Nullable Object load(Segment segment, long offset) {
        throw new IllegalStateException("void has no values");
    }

    @Override
    void store(Segment segment, long offset, @Nullable Object value, String what) {
        throw new IllegalStateException("void has no values");
    }

    @Override
    long word(@Nullable Object value, CallFrame frame, Parameter parameter) {
        return 0;
    }

    @Override
    @Nullable Object value(long word) {
        return null;
    }
}
