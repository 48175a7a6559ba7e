package io.github.cffi4j.dynamic;

import io.github.cffi4j.Pointer;
import io.github.cffi4j.PointerType;
import io.github.cffi4j.Ref;
import io.github.cffi4j.Segment;
import io.github.cffi4j.engine.CType.Scalar;
import org.jspecify.annotations.Nullable;

/** Pointers to functions: a {@link CFunction}, or for the time of a call a {@link Callback}. */
final class FunctionPointerCrossing extends Crossing {
    private final Prototype prototype;
    private final PointerType<CFunction> type;

    FunctionPointerCrossing(String spelling, Prototype prototype) {
        super(spelling, Scalar.POINTER);
        this.prototype = prototype;
        this.type = new PointerType<>(spelling, PointerType.UNKNOWN_SIZE) {
            @Override
            protected CFunction of(Segment segment) {
                return new CFunction(segment, prototype, null);
            }
        };
    }

    Prototype prototype() {
        return prototype;
    }

    /** Returns the type of such pointers themselves. */
    PointerType<CFunction> type() {
        return type;
    }

    @Override
    Class<?> javaType() {
        return CFunction.class;
    }

    @Override
    PointerType<? extends Pointer> pointerType() {
        return Ref.type(type);
    }

    @Override
    @Nullable Object load(Segment segment, long offset) {
        return value(segment.getAddress(offset));
    }

    @Override
    void store(Segment segment, long offset, @Nullable Object value, String what) {
        if (value instanceof Callback) {
            throw new IllegalArgumentException(what + " (" + spelling()
                    + ") is kept by C: set a stub that lives as long, as of library.callback(arena, ...)");
        }
        segment.setAddress(offset, address(value, what));
    }

    @Override
    long word(@Nullable Object value, CallFrame frame, Parameter parameter) {
        if (value instanceof Callback code) {
            frame.requireShortUse(parameter.place(), "return a stub, as of library.callback(arena, ...)");
            return frame.callback(prototype.signature(), new CallbackCode(prototype, code));
        }
        return address(value, parameter.place());
    }

    private long address(@Nullable Object value, String what) {
        if (value instanceof CFunction function) {
            if (!function.prototype().same(prototype)) {
                throw new IllegalArgumentException(what + " (" + spelling() + ") takes a function of that type, not "
                        + function.prototype().declaration() + "; cast it if C agrees");
            }
            return function.liveAddress();
        } else if (value == null || value.getClass() == Pointer.class) {
            return Pointer.address((Pointer) value);
        }
        throw wrong(value, what, "a CFunction or, for the time of a call, Callback.of(lambda)");
    }

    @Override
    @Nullable Object value(long word) {
        return type.at(word);
    }
}
