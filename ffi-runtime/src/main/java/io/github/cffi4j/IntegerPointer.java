package io.github.cffi4j;

/**
 * A pointer to integers of a width only the platform knows, such as {@code long} or {@code size_t}: what generated classes
 * for them extend. Ownership, errors and threads are as {@link Pointer} says.
 *
 * @param <T> that class
 */
public class IntegerPointer<T extends IntegerPointer<T>> extends Pointer {
    private final IntegerType type;

    /** For generated code. */
    protected IntegerPointer(Segment segment, IntegerType type) {
        super(segment);
        this.type = type;
    }

    /** {@code *p} */
    public final long get() {
        return get(0);
    }

    /** {@code p[index]} */
    public final long get(long index) {
        return type.get(element(index, type.size()), 0);
    }

    /**
     * {@code *p = value}
     *
     * @throws ValueOutOfRangeException if the type does not hold it on this platform
     */
    public final T set(long value) {
        type.set(segment(), 0, value, "*p");
        return self();
    }

    /**
     * {@code p[index] = value}
     *
     * @throws ValueOutOfRangeException if the type does not hold it on this platform
     */
    public final T set(long index, long value) {
        type.set(element(index, type.size()), 0, value, "p[" + index + "]");
        return self();
    }

    /**
     * {@inheritDoc}
     *
     * @throws UnsupportedOperationException if the integers have 64 bits on this platform
     */
    @Override
    public final String string(long most) {
        return type.size() == 1 ? super.string(most) : segment().wideText(type.size(), most);
    }

    /** Itself, as the generated class says it is one. */
    @SuppressWarnings("unchecked")
    private T self() {
        return (T) this;
    }
}
