package io.github.cffi4j;

import io.github.cffi4j.memory.Segment;
import java.util.Locale;

/**
 * A pointer to pointers: {@code T **}, an out-parameter or an array of pointers.
 *
 * <p>C memory cannot keep Java objects alive: what is put in must be kept reachable, or its arena open, by the caller.
 * Otherwise ownership, errors and threads are as {@link Pointer} says.
 *
 * @param <T> the class of the pointers it points to
 */
public final class Ref<T extends Pointer> extends Pointer {
    private final PointerType<T> element;

    Ref(Segment segment, PointerType<T> element) {
        super(segment);
        this.element = element;
    }

    /** The type of pointers to pointers of a type. */
    public static <T extends Pointer> PointerType<Ref<T>> type(PointerType<T> element) {
        return new PointerType<>("Ref<" + element + ">", Segment.ADDRESS_SIZE) {
            @Override
            protected Ref<T> of(Segment segment) {
                return new Ref<>(segment, element);
            }
        };
    }

    /** {@code *p}; {@code null} for NULL. */
    public T get() {
        return get(0);
    }

    /** {@code p[index]}; {@code null} for NULL. */
    public T get(long index) {
        return element.at(element(index, Segment.ADDRESS_SIZE).getAddress(0));
    }

    /** {@code *p = value}. */
    public Ref<T> set(T value) {
        return set(0, value);
    }

    /** {@code p[index] = value}. */
    public Ref<T> set(long index, T value) {
        element(index, Segment.ADDRESS_SIZE).setAddress(0, address(value));
        return this;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Ref<%s>@0x%x", element, address());
    }
}
