package io.github.cffi4j.compiler.audit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Changes in place what no linker can be asked for. Of 64-bit, little-endian files. */
final class Patches {
    private static final int ELF_HEADER = 64;
    private static final int ELF_PROGRAM_HEADER = 56;
    private static final int MACH_O_HEADER = 32;

    private Patches() {}

    static void elfSegmentType(byte[] file, int from, int to) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int at = ELF_HEADER;
        while (bytes.getInt(at) != from) {
            at += ELF_PROGRAM_HEADER;
        }
        bytes.putInt(at, to);
    }

    static void machOCommandType(byte[] file, int from, int to) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int at = MACH_O_HEADER;
        while (bytes.getInt(at) != from) {
            at += bytes.getInt(at + 4);
        }
        bytes.putInt(at, to);
    }
}
