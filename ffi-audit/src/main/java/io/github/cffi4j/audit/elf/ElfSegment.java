package io.github.cffi4j.audit.elf;

import io.github.cffi4j.audit.bytes.ByteView;
import io.github.cffi4j.audit.bytes.MalformedFileException;
import java.util.ArrayList;
import java.util.List;

/** A program header: what a loader maps, and what it is told. */
record ElfSegment(long type, long flags, long offset, long address, long fileSize) {
    static final int LOAD = 1;
    static final int DYNAMIC = 2;
    static final int INTERPRETER = 3;
    static final int NOTE = 4;
    static final int GNU_STACK = 0x6474e551;
    static final int GNU_RELRO = 0x6474e552;
    private static final int EXECUTE = 1;
    private static final int WRITE = 2;
    private static final int NARROW_SIZE = 32;
    private static final int WIDE_SIZE = 56;

    static List<ElfSegment> read(ElfHeader header) throws MalformedFileException {
        if (header.programCount() == 0) {
            return List.of();
        }
        int least = header.wide() ? WIDE_SIZE : NARROW_SIZE;
        int size = header.programSize();
        if (size < least) {
            throw new MalformedFileException("program headers are " + size + " bytes, not " + least, header.programs());
        }
        ByteView table =
                header.file().table(header.programs(), header.programCount(), size, "the program header table");
        List<ElfSegment> segments = new ArrayList<>();
        for (long at = 0; at < table.length(); at += size) {
            segments.add(
                    header.wide()
                            ? new ElfSegment(
                                    table.u32(at),
                                    table.u32(at + 4),
                                    table.u64(at + 8),
                                    table.u64(at + 16),
                                    table.u64(at + 32))
                            : new ElfSegment(
                                    table.u32(at),
                                    table.u32(at + 24),
                                    table.u32(at + 4),
                                    table.u32(at + 8),
                                    table.u32(at + 16)));
        }
        return segments;
    }

    boolean executable() {
        return (flags & EXECUTE) != 0;
    }

    boolean writable() {
        return (flags & WRITE) != 0;
    }

    /** Returns true if the file has the byte at an address. */
    boolean has(long wanted) {
        return type == LOAD
                && Long.compareUnsigned(wanted, address) >= 0
                && Long.compareUnsigned(wanted - address, fileSize) < 0;
    }
}
