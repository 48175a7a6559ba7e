package io.github.cffi4j.audit.pe;

import io.github.cffi4j.audit.bytes.ByteView;
import io.github.cffi4j.audit.bytes.MalformedFileException;
import io.github.cffi4j.audit.facts.FileKind;
import io.github.cffi4j.audit.facts.Machine;

/**
 * The headers before the sections.
 *
 * @param file all bytes
 * @param coff where the COFF header is
 * @param optional the optional header, which images always have
 * @param wide whether it is PE32+
 */
record PeHeader(ByteView file, long coff, ByteView optional, boolean wide) {
    private static final int PE_OFFSET = 0x3c;
    private static final long SIGNATURE = 0x4550;
    static final int COFF_SIZE = 20;
    private static final int PE32 = 0x10b;
    private static final int PE32_PLUS = 0x20b;
    private static final int DLL = 0x2000;
    private static final int IMAGE = 2;
    private static final int DYNAMIC_BASE = 0x40;
    private static final int HIGH_ENTROPY = 0x20;
    private static final int NX = 0x100;

    /** The data directories an audit reads. */
    enum Directory {
        EXPORT(0),
        IMPORT(1),
        SECURITY(4),
        DEBUG(6),
        DELAY_IMPORT(13);

        private final int index;

        Directory(int index) {
            this.index = index;
        }
    }

    static PeHeader read(ByteView file) throws MalformedFileException {
        long at = file.u32(PE_OFFSET);
        if (file.u32(at) != SIGNATURE) {
            throw new MalformedFileException("there is no PE header where the DOS header says", file.offset(at));
        }
        long coff = at + 4;
        ByteView optional = file.slice(coff + COFF_SIZE, file.u16(coff + 16), "the optional header");
        int magic = optional.u16(0);
        if (magic != PE32 && magic != PE32_PLUS) {
            throw new MalformedFileException("the optional header is of kind " + magic, optional.offset(0));
        }
        return new PeHeader(file, coff, optional, magic == PE32_PLUS);
    }

    FileKind kind() throws MalformedFileException {
        int flags = file.u16(coff + 18);
        if ((flags & IMAGE) == 0) {
            return FileKind.OTHER;
        }
        return (flags & DLL) != 0 ? FileKind.LIBRARY : FileKind.PROGRAM;
    }

    Machine machine() throws MalformedFileException {
        int number = file.u16(coff);
        String name =
                switch (number) {
                    case 0x14c -> "x86_32";
                    case 0x8664 -> "x86_64";
                    case 0xaa64, 0xa641, 0xa64e -> "aarch_64";
                    case 0x1c0, 0x1c4 -> "arm_32";
                    case 0x200 -> "itanium_64";
                    default -> "machine 0x" + Integer.toHexString(number);
                };
        return new Machine(name, wide ? Long.SIZE : Integer.SIZE, false);
    }

    /** Where a data directory is, and how large; both zero if there is none. The security directory's is a file offset. */
    long[] directory(Directory directory) throws MalformedFileException {
        int tables = wide ? 112 : 96;
        if (directory.index >= optional.u32(tables - 4L)) {
            return new long[] {0, 0};
        }
        long at = tables + 8L * directory.index;
        return new long[] {optional.u32(at), optional.u32(at + 4)};
    }

    long timestamp() throws MalformedFileException {
        return file.u32(coff + 4);
    }

    /** How many COFF symbols are left. */
    long symbols() throws MalformedFileException {
        return file.u32(coff + 8) == 0 ? 0 : file.u32(coff + 12);
    }

    String oldest() throws MalformedFileException {
        return optional.u16(48) + "." + optional.u16(50);
    }

    boolean dynamicBase() throws MalformedFileException {
        return has(DYNAMIC_BASE);
    }

    boolean highEntropy() throws MalformedFileException {
        return has(HIGH_ENTROPY);
    }

    boolean nxCompatible() throws MalformedFileException {
        return has(NX);
    }

    long imageBase() throws MalformedFileException {
        return wide ? optional.u64(24) : optional.u32(28);
    }

    private boolean has(int flag) throws MalformedFileException {
        return (optional.u16(70) & flag) != 0;
    }
}
