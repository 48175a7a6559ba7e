package io.github.cffi4j.dynamic;

import io.github.cffi4j.Allocator;
import io.github.cffi4j.Pointer;
import io.github.cffi4j.PointerType;
import io.github.cffi4j.Segment;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A struct or union of a cdef, whose fields an interface declares; {@link Cdef#type} makes it. Immutable, for any thread.
 *
 * @param <T> the interface
 */
public final class StructType<T extends StructOf<T>> {
    private final Class<T> type;
    private final StructLayout layout;
    private final PointerType<StructView> pointers;
    private volatile @Nullable StructView maker;

    StructType(Class<T> type, StructLayout layout) {
        this.type = type;
        this.layout = layout;
        this.pointers = new PointerType<>(layout.name(), layout.size(), layout.alignment()) {
            @Override
            protected StructView of(Segment segment) {
                return maker.sameType(segment);
            }
        };
    }

    /** Takes an object of the class that was written for the interface: it makes all others. */
    void maker(StructView first) {
        maker = first;
    }

    StructLayout layout() {
        return layout;
    }

    PointerType<StructView> pointers() {
        return pointers;
    }

    /** Allocates a zeroed struct. It is freed when no Java object refers to it any more. */
    public T allocate() {
        return type.cast(pointers.allocate());
    }

    /** Allocates a zeroed struct. It is freed with the arena. */
    public T allocate(Allocator arena) {
        return type.cast(pointers.allocate(arena));
    }

    /** Allocates a zeroed array of structs. It is freed with the arena. */
    public T allocate(Allocator arena, long count) {
        return type.cast(pointers.allocate(arena, count));
    }

    /** Returns the same pointer as this type, like a C cast; {@code null} for {@code null}. */
    public @Nullable T at(@Nullable Pointer pointer) {
        return type.cast(pointers.at(pointer));
    }

    /** Returns the size in bytes. */
    public long size() {
        return layout.size();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s as %s", layout.name(), type.getName());
    }
}
