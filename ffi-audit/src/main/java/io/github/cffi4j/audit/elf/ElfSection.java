package io.github.cffi4j.audit.elf;

import io.github.cffi4j.audit.bytes.ByteView;
import io.github.cffi4j.audit.bytes.MalformedFileException;
import java.util.ArrayList;
import java.util.List;

/** A section header. No loader reads sections; debuggers and linkers do. */
record ElfSection(String name, long type, long offset, long size, long entrySize) {
    static final int SYMTAB = 2;
    static final int DYNSYM = 11;
    private static final int NARROW_SIZE = 40;
    private static final int WIDE_SIZE = 64;

    static int size(boolean wide) {
        return wide ? WIDE_SIZE : NARROW_SIZE;
    }

    static long extendedCount(ByteView first, boolean wide) throws MalformedFileException {
        return first.word(wide ? 32 : 20, wide);
    }

    static long extendedNames(ByteView first, boolean wide) throws MalformedFileException {
        return first.u32(wide ? 40 : 24);
    }

    /** All of them, in order; none in a file without. */
    static List<ElfSection> read(ElfHeader header) throws MalformedFileException {
        if (header.sections() == 0 || header.sectionCount() == 0) {
            return List.of();
        }
        boolean wide = header.wide();
        int size = header.sectionSize();
        if (size < size(wide)) {
            throw new MalformedFileException(
                    "section headers are " + size + " bytes, not " + size(wide), header.sections());
        }
        ByteView table =
                header.file().table(header.sections(), header.sectionCount(), size, "the section header table");
        if (header.sectionNames() >= header.sectionCount()) {
            throw new MalformedFileException("there is no section with the names of sections", header.sections());
        }
        long namesAt = header.sectionNames() * size;
        ByteView names = header.file()
                .slice(
                        table.word(namesAt + offset(wide), wide),
                        table.word(namesAt + length(wide), wide),
                        "the section names");
        List<ElfSection> sections = new ArrayList<>();
        for (long at = 0; at < table.length(); at += size) {
            long name = table.u32(at);
            sections.add(new ElfSection(
                    name == 0 && names.length() == 0 ? "" : names.text(name, "the name of a section"),
                    table.u32(at + 4),
                    table.word(at + offset(wide), wide),
                    table.word(at + length(wide), wide),
                    table.word(at + (wide ? 56 : 36), wide)));
        }
        return sections;
    }

    private static int offset(boolean wide) {
        return wide ? 24 : 16;
    }

    private static int length(boolean wide) {
        return wide ? 32 : 20;
    }
}
