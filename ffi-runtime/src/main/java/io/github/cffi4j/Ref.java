package io.github.cffi4j;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A pointer to pointers: {@code T **}, an out-parameter or an array of pointers.
 *
 * <p>C memory cannot keep Java objects alive. The caller must keep the memory of every pointer in it reachable, or its
 * arena open. Otherwise, {@link Pointer} describes ownership, errors and threads.
 *
 * @param <T> the class of the pointers it points to
 */
public final class Ref<T extends Pointer> extends Pointer {
    private final PointerType<T> element;

    Ref(Segment segment, PointerType<T> element) {
        super(segment);
        this.element = element;
    }

    /** Returns the type of pointers to pointers of a type. */
    public static <T extends Pointer> PointerType<Ref<T>> type(PointerType<T> element) {
        return new PointerType<>("Ref<" + element + ">", Segment.ADDRESS_SIZE) {
            @Override
            protected Ref<T> of(Segment segment) {
                return new Ref<>(segment, element);
            }
        };
    }

    /** Returns {@code *p}; {@code null} for NULL. */
    public @Nullable T get() {
        return get(0);
    }

    /** Returns {@code p[index]}; {@code null} for NULL. */
    public @Nullable T get(long index) {
        return element.at(element(index, Segment.ADDRESS_SIZE).getAddress(0));
    }

    /** Sets {@code *p}, and returns this pointer. */
    public Ref<T> set(@Nullable T value) {
        return set(0, value);
    }

    /** Sets {@code p[index]}, and returns this pointer. */
    public Ref<T> set(long index, @Nullable T value) {
        element(index, Segment.ADDRESS_SIZE).setAddress(0, address(value));
        return this;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Ref<%s>@0x%x", element, address());
    }
}
