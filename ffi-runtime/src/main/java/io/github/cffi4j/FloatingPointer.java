package io.github.cffi4j;

/**
 * A pointer to floating numbers of a format only the platform knows, such as {@code long double}: what generated classes
 * for them extend. Java sees each rounded to {@code double}. Ownership, errors and threads are as {@link Pointer} says.
 *
 * @param <T> that class
 */
public class FloatingPointer<T extends FloatingPointer<T>> extends Pointer {
    private final FloatingType type;

    /** For generated code. */
    protected FloatingPointer(Segment segment, FloatingType type) {
        super(segment);
        this.type = type;
    }

    /** {@code *p} */
    public final double get() {
        return get(0);
    }

    /** {@code p[index]} */
    public final double get(long index) {
        return type.get(element(index, type.size()), 0);
    }

    /** {@code *p = value} */
    public final T set(double value) {
        return set(0, value);
    }

    /** {@code p[index] = value} */
    public final T set(long index, double value) {
        type.set(element(index, type.size()), 0, value);
        return self();
    }

    /** {@code p[index] = *value}, all of it: nothing is rounded. Both are of the same C type. */
    public final T copy(long index, T value) {
        byte[] bytes = new byte[type.size()];
        value.segment().copyTo(bytes, bytes.length);
        element(index, bytes.length).copyFrom(bytes, bytes.length);
        return self();
    }

    /** Itself, as the generated class says it is one. */
    @SuppressWarnings("unchecked")
    private T self() {
        return (T) this;
    }
}
