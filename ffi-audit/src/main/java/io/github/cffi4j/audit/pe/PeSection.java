package io.github.cffi4j.audit.pe;

import io.github.cffi4j.audit.bytes.ByteView;
import io.github.cffi4j.audit.bytes.MalformedFileException;
import java.util.ArrayList;
import java.util.List;

/** A section: a part of the file that is mapped. */
record PeSection(String name, long address, long offset, long fileSize, long flags) {
    private static final int SIZE = 40;
    private static final int NAME = 8;
    private static final int SYMBOL = 18;
    private static final int MOST = 1024;
    private static final long WRITABLE_CODE = 0xa0000000L;

    static List<PeSection> read(PeHeader header) throws MalformedFileException {
        ByteView file = header.file();
        long coff = header.coff();
        int count = file.u16(coff + 2);
        if (count > MOST) {
            throw new MalformedFileException("it has " + count + " sections", file.offset(coff + 2));
        }
        ByteView table = file.table(coff + PeHeader.COFF_SIZE + file.u16(coff + 16), count, SIZE, "the section table");
        List<PeSection> sections = new ArrayList<>();
        for (long at = 0; at < table.length(); at += SIZE) {
            sections.add(new PeSection(
                    name(header, table, at),
                    table.u32(at + 12),
                    table.u32(at + 20),
                    table.u32(at + 16),
                    table.u32(at + 36)));
        }
        return sections;
    }

    boolean writableCode() {
        return (flags & WRITABLE_CODE) == WRITABLE_CODE;
    }

    boolean has(long wanted) {
        return wanted >= address && wanted - address < fileSize;
    }

    /** A long name is in the string table behind the symbols: {@code /123} says where. */
    private static String name(PeHeader header, ByteView table, long at) throws MalformedFileException {
        String name = table.text(at, NAME, "the name of a section");
        if (!name.matches("/\\d{1,7}") || header.file().u32(header.coff() + 8) == 0) {
            return name;
        }
        long strings = header.file().u32(header.coff() + 8) + header.file().u32(header.coff() + 12) * SYMBOL;
        return header.file().text(strings + Integer.parseInt(name.substring(1)), "the long name of a section");
    }
}
