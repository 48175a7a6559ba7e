package io.github.cffi4j.audit.elf;

import io.github.cffi4j.audit.bytes.ByteView;
import io.github.cffi4j.audit.bytes.MalformedFileException;
import java.nio.ByteOrder;

/**
 * The file header.
 *
 * @param file all bytes, in the file's order
 * @param wide whether words have 64 bits
 */
record ElfHeader(
        ByteView file,
        boolean wide,
        int osAbi,
        int type,
        int machine,
        long programs,
        int programSize,
        int programCount,
        long sections,
        int sectionSize,
        long sectionCount,
        long sectionNames) {
    private static final int CLASS = 4;
    private static final int DATA = 5;
    private static final int OS_ABI = 7;
    private static final int TYPE = 16;
    private static final int MACHINE = 18;
    /** Where fields begin to depend on the width. */
    private static final int ADDRESSES = 24;

    /** The count is in the first section's header, when it does not fit here. */
    private static final int EXTENDED = 0xffff;

    private static final int MOST_PROGRAM_HEADERS = 4096;

    static ElfHeader read(ByteView bytes) throws MalformedFileException {
        boolean wide = one(bytes, CLASS, "the ELF class") == 2;
        boolean big = one(bytes, DATA, "the ELF data encoding") == 2;
        ByteView file = bytes.in(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int word = wide ? Long.BYTES : Integer.BYTES;
        long programs = file.word(ADDRESSES + word, wide);
        long sections = file.word(ADDRESSES + 2L * word, wide);
        int sizes = ADDRESSES + 3 * word + Integer.BYTES;
        int programCount = file.u16(sizes + 4);
        int sectionSize = file.u16(sizes + 6);
        long sectionCount = file.u16(sizes + 8);
        long sectionNames = file.u16(sizes + 10);
        if (sections != 0 && (sectionCount == 0 || sectionNames == EXTENDED)) {
            ByteView first = file.slice(sections, ElfSection.size(wide), "the first section header");
            sectionCount = sectionCount == 0 ? ElfSection.extendedCount(first, wide) : sectionCount;
            sectionNames = sectionNames == EXTENDED ? ElfSection.extendedNames(first, wide) : sectionNames;
        }
        if (programCount > MOST_PROGRAM_HEADERS) {
            throw new MalformedFileException("it has " + programCount + " program headers", file.offset(sizes + 4));
        }
        return new ElfHeader(
                file,
                wide,
                file.u8(OS_ABI),
                file.u16(TYPE),
                file.u16(MACHINE),
                programs,
                file.u16(sizes + 2),
                programCount,
                sections,
                sectionSize,
                sectionCount,
                sectionNames);
    }

    private static int one(ByteView bytes, int at, String what) throws MalformedFileException {
        int value = bytes.u8(at);
        if (value != 1 && value != 2) {
            throw new MalformedFileException(what + " is " + value + ", neither 1 nor 2", bytes.offset(at));
        }
        return value;
    }
}
