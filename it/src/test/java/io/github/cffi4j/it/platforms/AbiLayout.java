package io.github.cffi4j.it.platforms;

import io.github.cffi4j.cdef.Declaration;
import io.github.cffi4j.cdef.TagKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a struct or union lies in memory, by the rules of an ABI alone: no compiler is asked.
 *
 * @param size in bytes
 * @param alignment in bytes
 * @param offsets of the fields that are no bitfields, in bytes
 */
record AbiLayout(long size, long alignment, Map<String, Long> offsets) {

    /** A field as the rules see it. */
    private record Piece(String name, long size, long alignment, int bits) {}

    static AbiLayout of(Declaration.Composite composite, AbiTypes types) {
        boolean packed = composite.layout().stream().anyMatch(attribute -> attribute.contains("packed"));
        List<Piece> pieces = composite.body().orElseThrow().fields().stream()
                .map(field -> new Piece(
                        field.name().orElse(""),
                        types.size(field.type()),
                        packed ? 1 : types.alignment(field.type()),
                        field.bits()
                                .map(width -> Integer.parseInt(width.text()))
                                .orElse(0)))
                .toList();
        return composite.kind() == TagKind.UNION
                ? union(pieces)
                : new Rows(types.abi().windows()).lay(pieces);
    }

    private static AbiLayout union(List<Piece> pieces) {
        Map<String, Long> offsets = new LinkedHashMap<>();
        pieces.forEach(piece -> offsets.put(piece.name(), 0L));
        long alignment = pieces.stream().mapToLong(Piece::alignment).max().orElse(1);
        long size = pieces.stream().mapToLong(Piece::size).max().orElse(0);
        return new AbiLayout(up(size, alignment), alignment, offsets);
    }

    private static long up(long value, long alignment) {
        return (value + alignment - 1) / alignment * alignment;
    }

    /** Lays field after field; counts in bits. */
    private static final class Rows {
        private final boolean microsoft;
        private final Map<String, Long> offsets = new LinkedHashMap<>();
        private long next;
        private long alignment = 1;

        /** Microsoft: the size of the unit that bitfields share; 0 after any other field. */
        private long unit;

        /** Microsoft: where that unit ends. */
        private long unitEnd;

        Rows(boolean microsoft) {
            this.microsoft = microsoft;
        }

        AbiLayout lay(List<Piece> pieces) {
            for (Piece piece : pieces) {
                alignment = Math.max(alignment, piece.alignment());
                if (piece.bits() == 0) {
                    plain(piece);
                } else if (microsoft) {
                    microsoftBits(piece);
                } else {
                    systemVBits(piece);
                }
            }
            return new AbiLayout(up(up(Math.max(next, unitEnd), 8) / 8, alignment), alignment, offsets);
        }

        private void plain(Piece piece) {
            next = up(Math.max(next, unitEnd), 8 * piece.alignment());
            offsets.put(piece.name(), next / 8);
            next += 8 * piece.size();
            unit = 0;
            unitEnd = 0;
        }

        /** A bitfield never crosses the border of a unit of its own type, and shares bytes with whatever was before. */
        private void systemVBits(Piece piece) {
            long bits = 8 * piece.size();
            if (next / bits != (next + piece.bits() - 1) / bits) {
                next = up(next, 8 * piece.alignment());
            }
            next += piece.bits();
        }

        /** A bitfield shares a unit with the one before if their types have one size and it has room, or opens a new one. */
        private void microsoftBits(Piece piece) {
            if (unit != piece.size() || next + piece.bits() > unitEnd) {
                next = up(Math.max(next, unitEnd), 8 * piece.alignment());
                unit = piece.size();
                unitEnd = next + 8 * piece.size();
            }
            next += piece.bits();
            if (next > unitEnd) {
                throw new IllegalStateException("a bitfield wider than its type: " + piece);
            }
        }
    }
}
