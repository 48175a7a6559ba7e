package io.github.cffi4j.compiler.compile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An object file that exports no more than an {@link EntryList} says, for the formats whose linkers are not told so: zig's
 * linker for Mach-O ignores {@code -exported_symbols_list}, and a {@code .def} file adds to what an object for Windows exports.
 */
final class NarrowedObject {
    private static final int MACH_O_64 = 0xfeedfacf;
    private static final int MACH_O_HEADER = 32;
    private static final int LC_SYMTAB = 2;
    private static final int NLIST = 16;
    private static final int N_EXT = 0x01;
    private static final int N_TYPE = 0x0e;
    private static final int N_PEXT = 0x10;
    private static final int N_STAB = 0xe0;

    private static final int COFF_HEADER = 20;
    private static final int BIG_COFF_HEADER = 56;
    private static final int BIG_COFF_COUNT = 44;
    private static final int COFF_SECTION = 40;
    private static final byte[] DIRECTIVES = ".drectve".getBytes(StandardCharsets.US_ASCII);

    /** {@code -export:name} or {@code /EXPORT:name,DATA}; the name may be in quotes. */
    private static final Pattern EXPORT =
            Pattern.compile("[-/](?i:export):(?:\"([^\"]*)\"|([^\\s,=\"]+))[^\\s\"]*(?=[\\s\\x00]|$)");

    private NarrowedObject() {}

    /** The object for macOS with other symbols private to the library; nothing if there are none. */
    static Optional<byte[]> machO(byte[] object, EntryList entries) {
        ByteBuffer bytes = ByteBuffer.wrap(object.clone()).order(ByteOrder.LITTLE_ENDIAN);
        if (object.length < MACH_O_HEADER || bytes.getInt(0) != MACH_O_64) {
            return Optional.empty();
        }
        boolean changed = false;
        int command = MACH_O_HEADER;
        for (int i = 0; i < bytes.getInt(16); i++) {
            if (bytes.getInt(command) == LC_SYMTAB) {
                changed |= narrowSymbols(bytes, command, entries);
            }
            command += bytes.getInt(command + 4);
        }
        return changed ? Optional.of(bytes.array()) : Optional.empty();
    }

    private static boolean narrowSymbols(ByteBuffer bytes, int command, EntryList entries) {
        boolean changed = false;
        int symbols = bytes.getInt(command + 8);
        int strings = bytes.getInt(command + 16);
        for (int i = 0; i < bytes.getInt(command + 12); i++) {
            int symbol = symbols + i * NLIST;
            int type = bytes.get(symbol + 4);
            boolean exported = (type & N_STAB) == 0 && (type & N_EXT) != 0 && (type & N_PEXT) == 0;
            boolean defined = (type & N_TYPE) != 0;
            if (exported && defined && !entries.keeps(name(bytes.array(), strings + bytes.getInt(symbol)))) {
                bytes.put(symbol + 4, (byte) (type | N_PEXT));
                changed = true;
            }
        }
        return changed;
    }

    /** The object for Windows without directives to export other symbols; nothing if there are none. */
    static Optional<byte[]> coff(byte[] object, EntryList entries) {
        ByteBuffer bytes = ByteBuffer.wrap(object.clone()).order(ByteOrder.LITTLE_ENDIAN);
        if (object.length < BIG_COFF_HEADER) {
            return Optional.empty();
        }
        boolean big = bytes.getInt(0) == 0xffff0000;
        int sections = big ? BIG_COFF_HEADER : COFF_HEADER + Short.toUnsignedInt(bytes.getShort(16));
        int count = big ? bytes.getInt(BIG_COFF_COUNT) : Short.toUnsignedInt(bytes.getShort(2));
        boolean changed = false;
        for (int i = 0; i < count; i++) {
            int section = sections + i * COFF_SECTION;
            if (Arrays.equals(bytes.array(), section, section + DIRECTIVES.length, DIRECTIVES, 0, DIRECTIVES.length)) {
                changed |= narrowDirectives(
                        bytes.array(), bytes.getInt(section + 20), bytes.getInt(section + 16), entries);
            }
        }
        return changed ? Optional.of(bytes.array()) : Optional.empty();
    }

    private static boolean narrowDirectives(byte[] object, int start, int size, EntryList entries) {
        String directives = new String(object, start, size, StandardCharsets.ISO_8859_1);
        String narrowed = EXPORT.matcher(directives)
                .replaceAll(export -> Matcher.quoteReplacement(
                        entries.keeps(name(export))
                                ? export.group()
                                : " ".repeat(export.group().length())));
        System.arraycopy(narrowed.getBytes(StandardCharsets.ISO_8859_1), 0, object, start, size);
        return !narrowed.equals(directives);
    }

    private static String name(MatchResult export) {
        return export.group(1) != null ? export.group(1) : export.group(2);
    }

    private static String name(byte[] bytes, int start) {
        int end = start;
        while (bytes[end] != 0) {
            end++;
        }
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }
}
