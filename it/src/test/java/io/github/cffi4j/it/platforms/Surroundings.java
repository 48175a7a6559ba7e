package io.github.cffi4j.it.platforms;

/** What stands between a JVM and this machine. */
enum Surroundings {
    HOST("this machine"),
    SANITIZERS("gcc's sanitizers"),
    OLD_GLIBC("glibc 2.31"),
    QEMU("qemu"),
    QEMU_OLD_GLIBC("qemu, glibc 2.31"),
    MUSL("musl 1.2"),
    QEMU_MUSL("qemu, musl 1.2"),
    WINE("Wine");

    private final String description;

    Surroundings(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }
}
