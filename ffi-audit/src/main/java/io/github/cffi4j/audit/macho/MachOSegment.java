package io.github.cffi4j.audit.macho;

import io.github.cffi4j.audit.bytes.ByteView;
import io.github.cffi4j.audit.bytes.MalformedFileException;
import java.util.ArrayList;
import java.util.List;

/** A segment, with the names of its sections. */
record MachOSegment(String name, long address, long offset, long fileSize, long protection, List<String> sections) {
    static final int NARROW = 0x1;
    static final int WIDE = 0x19;
    private static final int NAME = 16;
    private static final int NARROW_SECTION = 68;
    private static final int WIDE_SECTION = 80;
    private static final int WRITABLE_CODE = 2 | 4;

    static List<MachOSegment> read(MachOHeader header) throws MalformedFileException {
        List<MachOSegment> segments = new ArrayList<>();
        for (MachOHeader.Command command : header.commands()) {
            if (command.type() == NARROW || command.type() == WIDE) {
                segments.add(read(command.bytes(), command.type() == WIDE));
            }
        }
        return segments;
    }

    private static MachOSegment read(ByteView command, boolean wide) throws MalformedFileException {
        int word = wide ? Long.BYTES : Integer.BYTES;
        long sizes = 8L + NAME;
        long protections = sizes + 4L * word;
        int sectionSize = wide ? WIDE_SECTION : NARROW_SECTION;
        ByteView table =
                command.table(protections + 16, command.u32(protections + 8), sectionSize, "the sections of a segment");
        List<String> sections = new ArrayList<>();
        for (long at = 0; at < table.length(); at += sectionSize) {
            sections.add(table.text(at, NAME, "the name of a section"));
        }
        return new MachOSegment(
                command.text(8, NAME, "the name of a segment"),
                command.word(sizes, wide),
                command.word(sizes + 2L * word, wide),
                command.word(sizes + 3L * word, wide),
                command.u32(protections + 4),
                List.copyOf(sections));
    }

    boolean writableCode() {
        return (protection & WRITABLE_CODE) == WRITABLE_CODE;
    }

    boolean has(long wanted) {
        return Long.compareUnsigned(wanted, address) >= 0 && Long.compareUnsigned(wanted - address, fileSize) < 0;
    }
}
