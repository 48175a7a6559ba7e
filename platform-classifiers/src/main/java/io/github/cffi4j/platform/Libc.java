package io.github.cffi4j.platform;

/** The C library a native library is linked against. Two libraries of one process must agree on it. */
public enum Libc {
    GLIBC,
    MUSL,
    /** macOS: libSystem, the only one there is. */
    LIBSYSTEM,
    /** Windows: the universal C run time, part of the system since Windows 10. */
    UCRT,
    /** FreeBSD's own. */
    FREEBSD
}
