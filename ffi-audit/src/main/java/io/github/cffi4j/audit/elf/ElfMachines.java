package io.github.cffi4j.audit.elf;

import io.github.cffi4j.audit.facts.Machine;

/** The numbers of machines that Java runs on (ELF's e_machine), with os-maven-plugin's names. */
final class ElfMachines {
    static final int S390 = 22;

    private ElfMachines() {}

    static Machine of(ElfHeader header, boolean bigEndian) {
        boolean wide = header.wide();
        return new Machine(name(header.machine(), wide, bigEndian), wide ? Long.SIZE : Integer.SIZE, bigEndian);
    }

    private static String name(int machine, boolean wide, boolean bigEndian) {
        return switch (machine) {
            case 2, 18, 43 -> wide ? "sparc_64" : "sparc_32";
            case 3 -> "x86_32";
            case 8 -> (wide ? "mips_64" : "mips_32") + (bigEndian ? "" : "el");
            case 20 -> bigEndian ? "ppc_32" : "ppcle_32";
            case 21 -> bigEndian ? "ppc_64" : "ppcle_64";
            case S390 -> wide ? "s390_64" : "s390_32";
            case 40 -> "arm_32";
            case 50 -> "itanium_64";
            case 62 -> wide ? "x86_64" : "x32";
            case 183 -> "aarch_64";
            case 243 -> wide ? "riscv64" : "riscv32";
            case 258 -> wide ? "loongarch_64" : "loongarch_32";
            default -> "machine " + machine;
        };
    }
}
