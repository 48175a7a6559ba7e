package io.github.cffi4j.platform;

/** The C library a native library is linked against. Two libraries of one process must agree on it. */
public enum Libc {
    GLIBC("linux-glibc"),
    MUSL("linux-musl"),
    /** macOS: libSystem, the only one there is. */
    LIBSYSTEM("osx"),
    /** Windows: the universal C run time, part of the system since Windows 10. */
    UCRT("windows"),
    /** FreeBSD's own. */
    FREEBSD("freebsd");

    private final String policy;

    Libc(String policy) {
        this.policy = policy;
    }

    /** The name of the audit's policy for libraries that are linked against it. */
    public String policy() {
        return policy;
    }
}
