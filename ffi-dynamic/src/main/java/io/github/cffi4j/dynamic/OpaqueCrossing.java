package io.github.cffi4j.dynamic;

import io.github.cffi4j.Opaque;
import io.github.cffi4j.Pointer;
import io.github.cffi4j.PointerType;
import io.github.cffi4j.Segment;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A type of which only the name is known. C code passes pointers to it, and so does Java. */
final class OpaqueCrossing extends Crossing {
    private final PointerType<Pointer> pointerType;

    OpaqueCrossing(String spelling) {
        super(spelling, io.github.cffi4j.engine.CType.Scalar.VOID);
        this.pointerType = new PointerType<>(spelling, PointerType.UNKNOWN_SIZE) {
            @Override
            protected Pointer of(Segment segment) {
                return new Named(segment, spelling);
            }
        };
    }

    /** A pointer to such an object. */
    private static final class Named extends Opaque {
        private final String type;

        Named(Segment segment, String type) {
            super(segment);
            this.type = type;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s@0x%x", type, address());
        }
    }

    /** Returns true for pointers to this type. */
    boolean isTypeOf(Pointer pointer) {
        return pointer instanceof Named named && named.type.equals(spelling());
    }

    @Override
    Class<?> javaType() {
        throw unknown();
    }

    @Override
    PointerType<? extends Pointer> pointerType() {
        return pointerType;
    }

    @Override
    Object load(Segment segment, long offset) {
        throw unknown();
    }

    @Override
    void store(Segment segment, long offset, @Nullable Object value, String what) {
        throw unknown();
    }

    @Override
    long word(@Nullable Object value, CallFrame frame, Parameter parameter) {
        throw unknown();
    }

    @Override
    Object value(long word) {
        throw unknown();
    }

    private UnsupportedOperationException unknown() {
        return new UnsupportedOperationException("only C knows what is in " + spelling() + "; use a pointer to it");
    }
}
