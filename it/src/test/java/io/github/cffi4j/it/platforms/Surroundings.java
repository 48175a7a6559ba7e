package io.github.cffi4j.it.platforms;

/** What stands between a JVM and this machine. */
enum Surroundings {
    HOST("this machine"),
    SANITIZERS("gcc's sanitizers"),
    OLD_GLIBC("glibc 2.31"),
    QEMU("qemu"),
    QEMU_OLD_GLIBC("qemu, glibc 2.31"),
    QEMU_RISCV64("qemu"),
    QEMU_PPCLE_64("qemu"),
    QEMU_S390_64("qemu"),
    QEMU_ARM_32("qemu"),
    MUSL("musl 1.2"),
    QEMU_MUSL("qemu, musl 1.2"),
    WINE("Wine");

    private final String description;

    Surroundings(String description) {
        this.description = description;
    }

    /** Returns true if the processor is not the machine's. */
    boolean emulated() {
        return name().startsWith("QEMU");
    }

    String description() {
        return description;
    }
}
