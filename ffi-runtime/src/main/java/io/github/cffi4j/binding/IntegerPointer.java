package io.github.cffi4j.binding;

import io.github.cffi4j.Pointer;
import io.github.cffi4j.ValueOutOfRangeException;
import io.github.cffi4j.memory.Segment;

/**
 * A pointer to integers of a width only the platform knows, such as {@code long} or {@code size_t}: what generated classes
 * for them extend.
 */
public class IntegerPointer extends Pointer {
    private final IntegerType type;

    protected IntegerPointer(Segment segment, IntegerType type) {
        super(segment);
        this.type = type;
    }

    /** {@code *p} */
    public final long get() {
        return type.get(segment(), 0);
    }

    /** {@code p[index]} */
    public final long get(long index) {
        return type.get(segment(), Math.multiplyExact(index, (long) type.size()));
    }

    /**
     * {@code *p = value}
     *
     * @throws ValueOutOfRangeException if the type does not hold it on this platform
     */
    public final IntegerPointer set(long value) {
        type.set(segment(), 0, value, "*p");
        return this;
    }

    /**
     * {@code p[index] = value}
     *
     * @throws ValueOutOfRangeException if the type does not hold it on this platform
     */
    public final IntegerPointer set(long index, long value) {
        type.set(segment(), Math.multiplyExact(index, (long) type.size()), value, "p[" + index + "]");
        return this;
    }
}
