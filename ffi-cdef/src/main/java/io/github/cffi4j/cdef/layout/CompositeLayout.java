package io.github.cffi4j.cdef.layout;

import io.github.cffi4j.cdef.Declaration;
import java.util.List;
import java.util.Optional;

/**
 * How a struct or union lies in memory.
 *
 * @param size in bytes
 * @param alignment in bytes, a power of two
 * @param fields its fields in the order of their declaration. The fields of a struct or union without a name are here
 *     themselves, as C has it; bits without a name are not
 */
public record CompositeLayout(long size, long alignment, List<Field> fields) {

    public CompositeLayout {
        fields = List.copyOf(fields);
    }

    /** The field of a name. */
    public Optional<Field> field(String name) {
        for (Field field : fields) {
            if (field.name().equals(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** Size and alignment. */
    public Layout whole() {
        return new Layout(size, alignment);
    }

    /**
     * A field.
     *
     * @param declaration where the cdef declares it
     * @param bitOffset where it starts, in bits from the start of the whole; on a big-endian platform counted from the
     *     highest bit of each byte
     * @param bits its width in bits if it is a bitfield, otherwise -1
     * @param size of its type, in bytes; 0 for an array without a length
     */
    public record Field(String name, Declaration.Field declaration, long bitOffset, int bits, long size) {
        /** The width of what is no bitfield. */
        static final int NO_BITFIELD = -1;

        /** Returns true for a bitfield. */
        public boolean bitfield() {
            return bits != NO_BITFIELD;
        }

        /** Where it starts, in bytes from the start of the whole; of a bitfield the byte that holds its first bit. */
        public long offset() {
            return bitOffset / Byte.SIZE;
        }

        Field moved(long byBits) {
            return new Field(name, declaration, bitOffset + byBits, bits, size);
        }
    }
}
