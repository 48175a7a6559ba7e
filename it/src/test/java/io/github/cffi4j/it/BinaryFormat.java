package io.github.cffi4j.it;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Tells what a library is by its first bytes, as the format's specification has them: {@code ELF x86_64}. */
final class BinaryFormat {
    private static final int ELF_MACHINE = 18;
    private static final int MACH_O_CPU_TYPE = 4;
    private static final int PE_HEADER_OFFSET = 0x3c;
    private static final int PE_MACHINE = 4;

    private BinaryFormat() {}

    static String of(byte[] library) {
        ByteBuffer bytes = ByteBuffer.wrap(library).order(ByteOrder.LITTLE_ENDIAN);
        return switch (bytes.getInt(0)) {
            case 0x464c457f -> "ELF " + elfMachine(bytes.getShort(ELF_MACHINE));
            case 0xfeedfacf -> "Mach-O " + machOCpu(bytes.getInt(MACH_O_CPU_TYPE));
            default -> (bytes.getShort(0) == 0x5a4d) ? "PE " + pe(bytes) : "unknown";
        };
    }

    private static String elfMachine(short machine) {
        return switch (machine) {
            case 62 -> "x86_64";
            case 183 -> "aarch64";
            default -> "machine " + machine;
        };
    }

    private static String machOCpu(int type) {
        return switch (type) {
            case 0x0100_0007 -> "x86_64";
            case 0x0100_000c -> "aarch64";
            default -> "cpu " + type;
        };
    }

    private static String pe(ByteBuffer bytes) {
        int header = bytes.getInt(PE_HEADER_OFFSET);
        if (bytes.getInt(header) != 0x4550) {
            return "without a header";
        }
        return switch (bytes.getShort(header + PE_MACHINE) & 0xffff) {
            case 0x8664 -> "x86_64";
            case 0xaa64 -> "aarch64";
            default -> "machine " + bytes.getShort(header + PE_MACHINE);
        };
    }
}
