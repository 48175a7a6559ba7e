package io.github.cffi4j.binding;

import io.github.cffi4j.Pointer;
import io.github.cffi4j.memory.Segment;

/**
 * A pointer to floating numbers of a format only the platform knows, such as {@code long double}: what generated classes
 * for them extend. Java sees each rounded to {@code double}.
 */
public class FloatingPointer extends Pointer {
    private final FloatingType type;

    protected FloatingPointer(Segment segment, FloatingType type) {
        super(segment);
        this.type = type;
    }

    /** {@code *p} */
    public final double get() {
        return type.get(segment(), 0);
    }

    /** {@code p[index]} */
    public final double get(long index) {
        return type.get(segment(), offset(index));
    }

    /** {@code *p = value} */
    public final FloatingPointer set(double value) {
        type.set(segment(), 0, value);
        return this;
    }

    /** {@code p[index] = value} */
    public final FloatingPointer set(long index, double value) {
        type.set(segment(), offset(index), value);
        return this;
    }

    /** {@code p[index] = *value}, all of it: nothing is rounded. Both are of the same C type. */
    public final FloatingPointer copy(long index, FloatingPointer value) {
        byte[] bytes = new byte[type.size()];
        value.segment().copyTo(bytes, bytes.length);
        segment().slice(offset(index), bytes.length).copyFrom(bytes, bytes.length);
        return this;
    }

    private long offset(long index) {
        return Math.multiplyExact(index, (long) type.size());
    }
}
