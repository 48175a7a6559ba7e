package io.github.cffi4j.dynamic;

import io.github.cffi4j.Segment;
import io.github.cffi4j.cdef.Span;
import org.jspecify.annotations.Nullable;

/**
 * A field of a struct or union.
 *
 * @param offset in bytes
 * @param bits {@code null} if it is no bitfield
 * @param place how messages name it, as in {@code tm.tm_year}
 * @param declared where the cdef declares it
 */
record StructField(
        String name, Crossing type, long offset, @Nullable BitField bits, String place, Span declared) {

    @Nullable Object get(Segment struct) {
        if (bits == null) {
            return type.load(struct, offset);
        }
        long value = bits.get(struct);
        return type instanceof IntegerCrossing integer ? integer.boxed(value) : (Object) (value != 0);
    }

    void set(Segment struct, @Nullable Object value) {
        if (bits == null) {
            type.store(struct, offset, value, place);
        } else if (type instanceof IntegerCrossing integer) {
            bits.set(struct, bits.range().check(integer.number(value, place), place));
        } else {
            bits.set(struct, ((BoolCrossing) type).truth(value, place) ? 1 : 0);
        }
    }
}
