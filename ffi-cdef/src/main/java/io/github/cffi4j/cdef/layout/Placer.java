package io.github.cffi4j.cdef.layout;

import io.github.cffi4j.platform.Platform;

/**
 * Places the fields of one struct or union, one after the other. Counts in bits.
 *
 * <p>The names of clang's own code are kept where they are telling ({@code RecordLayoutBuilder.cpp}): a storage unit is as
 * large as a bitfield's type.
 */
final class Placer {
    private final boolean union;
    private final boolean packed;
    private final boolean microsoft;
    private final boolean namelessBitsAlign;
    private final long limit;

    /** The end of what is placed, always whole bytes. */
    private long end;

    /** The bits before {@link #end} that the last bitfield left, for the next one. */
    private long unfilled;

    /** Microsoft's rules: the storage unit of the bitfield before; 0 if that was none. */
    private long lastUnit;

    private long alignment = Byte.SIZE;

    /**
     * @param packed whether all fields lie at any byte
     * @param limit the highest alignment of a field by {@code #pragma pack}, in bytes; 0 if there is none
     */
    Placer(Platform platform, boolean union, boolean packed, int limit) {
        this.union = union;
        this.packed = packed;
        this.microsoft = platform.microsoftBitfields();
        this.namelessBitsAlign = platform.namelessBitfieldsAlign();
        this.limit = (long) limit * Byte.SIZE;
    }

    /**
     * What the rules ask of a field.
     *
     * @param type of the field
     * @param packed whether it lies at any byte
     * @param explicit the alignment that its attributes ask for, in bytes; 0 if they ask for none
     */
    record Request(Layout type, boolean packed, long explicit) {
        private long size() {
            return type.size() * Byte.SIZE;
        }

        private long alignment() {
            return type.alignment() * Byte.SIZE;
        }

        private long explicitBits() {
            return explicit * Byte.SIZE;
        }
    }

    /** Asks for an alignment of the whole, in bytes. */
    void align(long bytes) {
        alignment = Math.max(alignment, bytes * Byte.SIZE);
    }

    /** Places a field that is no bitfield, and returns its offset. */
    long field(Request request) {
        unfilled = 0;
        lastUnit = 0;
        boolean anywhere = packed || request.packed();
        long own = Math.max(anywhere ? Byte.SIZE : request.alignment(), request.explicitBits());
        long aligned = limit > 0 ? Math.min(own, limit) : own;
        long offset = union ? 0 : up(end, aligned);
        end = Math.max(end, offset + request.size());
        alignment = Math.max(alignment, aligned);
        return offset;
    }

    /**
     * Places a bitfield, and returns its offset.
     *
     * @param width from 0, which ends a storage unit, to the width of the type
     * @param named whether it has a name
     */
    long bits(Request request, int width, boolean named) {
        return microsoft ? microsoftBits(request, width) : systemVBits(request, width, named);
    }

    /** A bitfield never crosses the border of a unit of its own type, and shares bytes with whatever was before. */
    private long systemVBits(Request request, int width, boolean named) {
        boolean anywhere = (packed || request.packed()) && width > 0;
        long natural = Math.max(request.alignment(), request.explicitBits());
        long aligned = anywhere ? Math.max(1, request.explicitBits()) : natural;
        if (limit > 0 && width > 0) {
            // A pragma rules over attributes; what is packed gets what the pragma leaves of its type's alignment.
            aligned = Math.min(anywhere ? natural : aligned, limit);
        }
        long offset = union ? 0 : end - unfilled;
        if (width == 0 || limit == 0 && offset % aligned + width > request.size()) {
            offset = up(offset, aligned);
        } else if (request.explicit() > 0 && (limit == 0 || request.explicitBits() <= limit)) {
            offset = up(offset, request.explicitBits());
        }
        if (named || namelessBitsAlign) {
            alignment = Math.max(alignment, aligned);
        }
        if (union) {
            end = Math.max(end, up(width, Byte.SIZE));
        } else {
            end = up(offset + width, Byte.SIZE);
            unfilled = end - (offset + width);
        }
        return offset;
    }

    /** A bitfield shares a unit with the one before if their types have one size and it has room, or opens a new one. */
    private long microsoftBits(Request request, int width) {
        long unit = request.size();
        long aligned = unit;
        if (lastUnit != unit || unfilled < width) {
            if (lastUnit == 0 && width == 0) {
                // One of no width after anything but a bitfield says nothing.
                aligned = 1;
            }
            unfilled = 0;
            lastUnit = 0;
        }
        aligned = Math.max(aligned, request.explicitBits());
        if (limit > 0 && width > 0) {
            aligned = Math.min(aligned, limit);
        }
        if (union) {
            end = Math.max(end, width > 0 ? unit : Byte.SIZE);
            return 0;
        }
        long offset = end - unfilled;
        if (width == 0 || width > unfilled) {
            offset = up(offset, aligned);
            unfilled = 0;
        }
        if (width > 0) {
            if (unfilled == 0) {
                end = offset + unit;
                unfilled = unit;
            }
            unfilled -= width;
            lastUnit = unit;
        } else {
            end = up(offset, Byte.SIZE);
            unfilled = end - offset;
            lastUnit = 0;
        }
        alignment = Math.max(alignment, aligned);
        return offset;
    }

    /** Size and alignment of the whole. */
    Layout whole() {
        return new Layout(up(end, alignment) / Byte.SIZE, alignment / Byte.SIZE);
    }

    private static long up(long value, long alignment) {
        return (value + alignment - 1) / alignment * alignment;
    }
}
