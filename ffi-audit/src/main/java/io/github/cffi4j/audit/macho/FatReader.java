package io.github.cffi4j.audit.macho;

import io.github.cffi4j.audit.bytes.ByteView;
import io.github.cffi4j.audit.bytes.MalformedFileException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Splits a fat file, whose header is big-endian whatever its slices are. */
public final class FatReader {
    private static final long MAGIC = 0xcafebabeL;
    private static final long MAGIC_64 = 0xcafebabfL;
    private static final int HEADER = 8;
    private static final int ENTRY = 20;
    private static final int ENTRY_64 = 32;

    /** A Java class file begins alike; there the next number is its version, 45 at least. */
    private static final int MOST_SLICES = 30;

    private FatReader() {}

    /** Returns true if these are the first bytes of a fat file, and not of a Java class. */
    public static boolean isFat(ByteView bytes) throws MalformedFileException {
        if (bytes.length() < HEADER) {
            return false;
        }
        ByteView header = bytes.in(ByteOrder.BIG_ENDIAN);
        return (header.u32(0) == MAGIC || header.u32(0) == MAGIC_64) && header.u32(4) <= MOST_SLICES;
    }

    /** The files inside. */
    public static List<ByteView> split(ByteView bytes) throws MalformedFileException {
        ByteView header = bytes.in(ByteOrder.BIG_ENDIAN);
        boolean wide = header.u32(0) == MAGIC_64;
        int size = wide ? ENTRY_64 : ENTRY;
        ByteView table = header.table(HEADER, header.u32(4), size, "the table of architectures");
        List<ByteView> slices = new ArrayList<>();
        for (long at = 0; at < table.length(); at += size) {
            slices.add(bytes.slice(
                    table.word(at + 8, wide), table.word(at + (wide ? 16 : 12), wide), "the slice of an architecture"));
        }
        return slices;
    }
}
