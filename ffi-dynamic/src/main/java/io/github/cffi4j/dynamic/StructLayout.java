package io.github.cffi4j.dynamic;

import io.github.cffi4j.PointerType;
import io.github.cffi4j.Segment;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A struct or union of a cdef as it lies in memory. Immutable. */
final class StructLayout {
    private final String name;
    private final long size;
    private final long alignment;
    private final Map<String, StructField> fields;
    private final PointerType<StructView> type;

    /**
     * @param name that people use: a typedef's, otherwise the tag
     * @param fields by their names, in the order of the cdef
     */
    StructLayout(String name, long size, long alignment, Map<String, StructField> fields) {
        this.name = name;
        this.size = size;
        this.alignment = alignment;
        this.fields = fields;
        this.type = new PointerType<>(name, size, alignment) {
            @Override
            protected StructView of(Segment segment) {
                return new StructView(segment, StructLayout.this);
            }
        };
    }

    String name() {
        return name;
    }

    long size() {
        return size;
    }

    long alignment() {
        return alignment;
    }

    Map<String, StructField> fields() {
        return fields;
    }

    /** Returns the type of pointers to it. */
    PointerType<StructView> type() {
        return type;
    }

    /** Returns true for the same struct, which another cdef may have included. */
    boolean same(@Nullable StructLayout other) {
        return other == this
                || other != null
                        && name.equals(other.name)
                        && size == other.size
                        && fields.keySet().equals(other.fields.keySet());
    }

    /**
     * Returns a field.
     *
     * @throws IllegalArgumentException if there is none of that name; it names the nearest
     */
    StructField field(String field) {
        StructField found = fields.get(field);
        if (found == null) {
            throw new IllegalArgumentException(
                    name + " has no field '" + field + "'" + NearestName.hint(field, fields.keySet()));
        }
        return found;
    }
}
