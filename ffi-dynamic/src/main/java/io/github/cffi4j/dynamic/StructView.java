package io.github.cffi4j.dynamic;

import io.github.cffi4j.Pointer;
import io.github.cffi4j.Segment;
import io.github.cffi4j.Struct;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A view of a C struct or union, or of an array of them. Fields have the Java types that generated classes have, boxed:
 * {@code (int) pixel.get("r")}. {@link Pointer} describes ownership, errors and threads.
 */
public class StructView extends Struct {
    private final StructLayout layout;

    private final @Nullable StructType<?> type;

    StructView(Segment segment, StructLayout layout) {
        super(segment);
        this.layout = layout;
        this.type = null;
    }

    /** For the classes that are written for interfaces. */
    protected StructView(Segment segment, StructType<?> type) {
        super(segment);
        this.layout = type.layout();
        this.type = type;
    }

    /** For the classes that are written for interfaces: returns an object of the same class. */
    protected StructView sameType(Segment segment) {
        return new StructView(segment, layout);
    }

    /** For the classes that are written for interfaces. */
    protected final @Nullable StructType<?> structType() {
        return type;
    }

    final StructLayout layout() {
        return layout;
    }

    /**
     * Returns the value of a field. A struct or array is a view of this memory.
     *
     * @throws IllegalArgumentException if there is no such field
     */
    public final @Nullable Object get(String field) {
        return layout.field(field).get(segment());
    }

    /**
     * Sets a field, and returns this view. A struct is copied; an array of characters takes a string.
     *
     * @throws IllegalArgumentException if there is no such field, or it takes no such value
     * @throws io.github.cffi4j.ValueOutOfRangeException if the value does not fit
     */
    public final StructView set(String field, @Nullable Object value) {
        layout.field(field).set(segment(), value);
        return this;
    }

    /**
     * Returns an element of the array that this points to.
     *
     * @throws IndexOutOfBoundsException if the memory is known to end before it
     */
    public final StructView get(long index) {
        return (type == null ? layout.type() : type.pointers()).element(this, index);
    }

    /**
     * Returns a pointer to a field: C's {@code &p->field}.
     *
     * @throws IllegalArgumentException if there is no such field, or it is a bitfield, which has no address
     */
    public final Pointer addressOf(String field) {
        StructField found = layout.field(field);
        if (found.bits() != null) {
            throw new IllegalArgumentException(found.place() + " is a bitfield, which has no address");
        }
        long size = found.type().size();
        Segment memory = size == 0 ? segment().from(found.offset()) : segment().slice(found.offset(), size);
        return found.type().pointerType().at(memory);
    }

    /** Returns the names of the fields, in the order of the cdef. */
    public final List<String> fields() {
        return List.copyOf(layout.fields().keySet());
    }

    /**
     * Returns the memory as a buffer in the platform's byte order, without a copy; see {@link #asByteBuffer(long)}.
     *
     * @throws UnsupportedOperationException if C gave the pointer, so that the length of the array is not known
     */
    public final ByteBuffer asByteBuffer() {
        if (segment().byteSize() == Segment.UNKNOWN_SIZE) {
            throw new UnsupportedOperationException(
                    "only C knows how many " + layout.name() + " are here; call asByteBuffer(bytes)");
        }
        return asByteBuffer(segment().byteSize());
    }

    @Override
    protected final void describe(StringBuilder to) {
        for (StructField field : layout.fields().values()) {
            if (field.type() instanceof ArrayCrossing array
                    && array.element() instanceof IntegerCrossing integer
                    && integer.characterBytes() == 1) {
                show(to, field.name(), (Object) ("\"" + array.text(segment(), field.offset()) + "\""));
            } else if (field.type() instanceof ArrayCrossing) {
                showAddress(to, field.name(), (Pointer) field.get(segment()));
            } else {
                Object value = field.get(segment());
                boolean inside = field.type() instanceof StructCrossing;
                show(to, field.name(), value instanceof Struct struct && !inside ? place(struct) : value);
            }
        }
    }

    private static Object place(Struct struct) {
        String name = struct instanceof StructView view
                ? view.layout.name()
                : struct.getClass().getSimpleName();
        return String.format(Locale.ROOT, "%s@0x%x", name, struct.address());
    }

    @Override
    public final String toString() {
        if (!segment().isReadable(layout.size())) {
            return place(this).toString();
        }
        try {
            StringBuilder text = new StringBuilder(layout.name()).append('{');
            describe(text);
            return text.append('}').toString();
        } catch (RuntimeException e) {
            return place(this) + " (" + e.getMessage() + ")";
        }
    }
}
