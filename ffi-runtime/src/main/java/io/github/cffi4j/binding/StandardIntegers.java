package io.github.cffi4j.binding;

import java.util.Locale;

/**
 * C's own integers whose width depends on the platform, as its ABI has them. {@link Layout#standard} compares each with what
 * the compiler of a library said.
 */
public final class StandardIntegers {
    private static final boolean WINDOWS = property("os.name").startsWith("windows");

    /** On ARM the C library of Linux has wide characters without a sign. */
    private static final boolean ARM_LINUX = property("os.name").equals("linux")
            && (property("os.arch").startsWith("arm") || property("os.arch").equals("aarch64"));

    /** Not asked of memory: a first call that passes none would load all that is behind it. */
    private static final int ADDRESS_SIZE = property("sun.arch.data.model").equals("32") ? Integer.BYTES : Long.BYTES;

    private static final int LONG_SIZE = WINDOWS ? Integer.BYTES : ADDRESS_SIZE;

    public static final IntegerType LONG = of("long", LONG_SIZE, true);
    public static final IntegerType ULONG = of("unsigned long", LONG_SIZE, false);
    public static final IntegerType SIZE = of("size_t", ADDRESS_SIZE, false);
    public static final IntegerType SSIZE = of("ssize_t", ADDRESS_SIZE, true);
    public static final IntegerType PTRDIFF = of("ptrdiff_t", ADDRESS_SIZE, true);
    public static final IntegerType INTPTR = of("intptr_t", ADDRESS_SIZE, true);
    public static final IntegerType UINTPTR = of("uintptr_t", ADDRESS_SIZE, false);
    public static final IntegerType WCHAR =
            of("wchar_t", WINDOWS ? Short.BYTES : Integer.BYTES, !WINDOWS && !ARM_LINUX);

    private StandardIntegers() {}

    private static IntegerType of(String name, int size, boolean signed) {
        return new IntegerType(name, size, signed, true);
    }

    private static String property(String name) {
        return System.getProperty(name, "").toLowerCase(Locale.ROOT);
    }
}
