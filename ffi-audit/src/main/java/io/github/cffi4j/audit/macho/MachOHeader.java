package io.github.cffi4j.audit.macho;

import io.github.cffi4j.audit.bytes.ByteView;
import io.github.cffi4j.audit.bytes.MalformedFileException;
import io.github.cffi4j.audit.facts.FileKind;
import io.github.cffi4j.audit.facts.Machine;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The header and the load commands.
 *
 * @param file all bytes, in the file's order
 * @param wide whether words have 64 bits
 */
record MachOHeader(ByteView file, boolean wide, boolean bigEndian, List<Command> commands) {
    private static final long MAGIC = 0xfeedfaceL;
    private static final long MAGIC_64 = 0xfeedfacfL;
    private static final int NARROW_SIZE = 28;
    private static final int WIDE_SIZE = 32;
    private static final int COMMAND = 8;

    /** Set in commands that a loader may not pass over. */
    private static final int REQUIRED = 0x80000000;

    /**
     * A load command.
     *
     * @param type without the bit that says it is required
     * @param bytes of all of it
     */
    record Command(int type, ByteView bytes) {
        /** A text inside the command, at the offset that stands in it. */
        String text(int at, String what) throws MalformedFileException {
            return bytes.text(bytes.u32(at), (int) Math.max(0, bytes.length() - bytes.u32(at)), what);
        }
    }

    static MachOHeader read(ByteView bytes) throws MalformedFileException {
        long magic = bytes.in(ByteOrder.BIG_ENDIAN).u32(0);
        boolean big = magic == MAGIC || magic == MAGIC_64;
        ByteView file = bytes.in(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        if (file.u32(0) != MAGIC && file.u32(0) != MAGIC_64) {
            throw new MalformedFileException("this is no Mach-O file", file.offset(0));
        }
        boolean wide = file.u32(0) == MAGIC_64;
        ByteView area = file.slice(wide ? WIDE_SIZE : NARROW_SIZE, file.u32(20), "the load commands");
        List<Command> commands = new ArrayList<>();
        long at = 0;
        for (long left = file.u32(16); left > 0; left--) {
            long size = area.u32(at + 4);
            if (size < COMMAND) {
                throw new MalformedFileException("a load command has " + size + " bytes", area.offset(at));
            }
            ByteView command = area.slice(at, size, "a load command");
            commands.add(new Command((int) command.u32(0) & ~REQUIRED, command));
            at += size;
        }
        return new MachOHeader(file, wide, big, commands);
    }

    FileKind kind() throws MalformedFileException {
        return switch ((int) file.u32(12)) {
            case 2 -> FileKind.PROGRAM;
            case 6, 8 -> FileKind.LIBRARY;
            default -> FileKind.OTHER;
        };
    }

    Machine machine() throws MalformedFileException {
        long type = file.u32(4);
        String name =
                switch ((int) type) {
                    case 7 -> "x86_32";
                    case 0x0100_0007 -> "x86_64";
                    case 12 -> "arm_32";
                    case 0x0100_000c -> "aarch_64";
                    case 18 -> "ppc_32";
                    case 0x0100_0012 -> "ppc_64";
                    default -> "machine " + type;
                };
        return new Machine(name, wide ? Long.SIZE : Integer.SIZE, bigEndian);
    }
}
