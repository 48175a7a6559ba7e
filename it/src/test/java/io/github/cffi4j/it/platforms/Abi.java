package io.github.cffi4j.it.platforms;

import io.github.cffi4j.cdef.Primitive;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.util.Map;

/**
 * What the ABI of a platform says of C's types, from its documents: the System V ABI for x86-64, RISC-V, LoongArch, PowerPC (ELF
 * v2) and S/390, AAPCS64 with Apple's and Microsoft's differences, AAPCS32, and what MinGW says of x86, where its long double is x87's
 * and Microsoft's is a double.
 *
 * @param pointerSize in bytes
 * @param longSize in bytes
 * @param signedChar whether char is signed
 * @param wide the type of wchar_t
 * @param longDoubleSize in bytes
 * @param longDoubleAlignment in bytes
 * @param longDoubleDigits the bits of its significand
 * @param windows whether it is that of Windows, where bitfields of types of different sizes never share a unit
 */
record Abi(
        int pointerSize,
        int longSize,
        boolean signedChar,
        Primitive wide,
        int longDoubleSize,
        int longDoubleAlignment,
        int longDoubleDigits,
        boolean windows) {

    static Abi of(Platform platform) {
        boolean windows = platform.os() == OperatingSystem.WINDOWS;
        boolean linux = platform.os() == OperatingSystem.LINUX;
        return switch (platform.arch()) {
            case X86_64 ->
                windows
                        ? new Abi(8, 4, true, Primitive.UNSIGNED_SHORT, 16, 16, 64, true)
                        : new Abi(8, 8, true, Primitive.INT, 16, 16, 64, false);
            case AARCH_64 ->
                linux
                        ? new Abi(8, 8, false, Primitive.UNSIGNED_INT, 16, 16, 113, false)
                        : windows
                                ? new Abi(8, 4, true, Primitive.UNSIGNED_SHORT, 8, 8, 53, true)
                                : new Abi(8, 8, true, Primitive.INT, 8, 8, 53, false);
            case LOONGARCH_64 -> new Abi(8, 8, true, Primitive.INT, 16, 16, 113, false);
            case RISCV64 -> new Abi(8, 8, false, Primitive.INT, 16, 16, 113, false);
            case PPCLE_64 -> new Abi(8, 8, false, Primitive.INT, 16, 16, 106, false);
            case S390_64 -> new Abi(8, 8, false, Primitive.INT, 16, 8, 113, false);
            case ARM_32 -> new Abi(4, 4, false, Primitive.UNSIGNED_INT, 8, 8, 53, false);
            case X86_32 -> new Abi(4, 4, true, Primitive.UNSIGNED_SHORT, 12, 4, 64, true);
        };
    }

    /** In bytes. */
    int size(Primitive type) {
        return switch (type) {
            case VOID -> throw new IllegalArgumentException("void has no size");
            case BOOL, CHAR, SIGNED_CHAR, UNSIGNED_CHAR -> 1;
            case SHORT, UNSIGNED_SHORT -> 2;
            case INT, UNSIGNED_INT, FLOAT -> 4;
            case LONG, UNSIGNED_LONG -> longSize;
            case LONG_LONG, UNSIGNED_LONG_LONG, DOUBLE -> 8;
            case LONG_DOUBLE -> longDoubleSize;
            case FLOAT_COMPLEX, DOUBLE_COMPLEX, LONG_DOUBLE_COMPLEX ->
                throw new IllegalArgumentException("its alignment is not its size: " + type);
        };
    }

    /** In bytes. */
    int alignment(Primitive type) {
        return type == Primitive.LONG_DOUBLE ? longDoubleAlignment : size(type);
    }

    boolean signed(Primitive type) {
        return switch (type) {
            case CHAR -> signedChar;
            case SIGNED_CHAR, SHORT, INT, LONG, LONG_LONG -> true;
            default -> false;
        };
    }

    /** The constants of the contract that are not the same everywhere. */
    static Map<String, Long> constants(Platform platform) {
        Abi abi = of(platform);
        OperatingSystem os = platform.os();
        boolean bsd = os == OperatingSystem.OSX || os == OperatingSystem.FREEBSD;
        int bits = 8 * abi.size(abi.wide) - (abi.signed(abi.wide) ? 1 : 0);
        return Map.of(
                "ENOENT", 2L,
                "ERANGE", 34L,
                "LONG_MAX", abi.longSize == 8 ? Long.MAX_VALUE : Integer.MAX_VALUE,
                "CHAR_MIN", abi.signedChar ? -128L : 0L,
                "WCHAR_MAX", (1L << bits) - 1,
                "EAGAIN", bsd ? 35L : 11L,
                "EDEADLK", os == OperatingSystem.LINUX ? 35L : bsd ? 11L : 36L,
                "ENAMETOOLONG", os == OperatingSystem.LINUX ? 36L : bsd ? 63L : 38L);
    }
}
