package io.github.cffi4j.it.platforms;

import io.github.cffi4j.cdef.Primitive;
import io.github.cffi4j.platform.Architecture;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.util.Map;

/**
 * What the ABI of a platform says of C's types, from its documents: the System V ABI for x86-64, AAPCS64 with Apple's and
 * Microsoft's differences, and what MinGW says of x86-64, where its long double is x87's and Microsoft's is a double.
 *
 * @param longSize in bytes
 * @param signedChar whether char is signed
 * @param wide the type of wchar_t
 * @param longDoubleSize in bytes, and its alignment
 * @param longDoubleDigits the bits of its significand
 * @param windows whether it is that of Windows, where bitfields of types of different sizes never share a unit
 */
record Abi(
        int longSize, boolean signedChar, Primitive wide, int longDoubleSize, int longDoubleDigits, boolean windows) {

    static Abi of(Platform platform) {
        boolean arm = platform.arch() == Architecture.AARCH_64;
        return switch (platform.os()) {
            case LINUX ->
                arm
                        ? new Abi(8, false, Primitive.UNSIGNED_INT, 16, 113, false)
                        : new Abi(8, true, Primitive.INT, 16, 64, false);
            case OSX ->
                arm ? new Abi(8, true, Primitive.INT, 8, 53, false) : new Abi(8, true, Primitive.INT, 16, 64, false);
            case WINDOWS ->
                arm
                        ? new Abi(4, true, Primitive.UNSIGNED_SHORT, 8, 53, true)
                        : new Abi(4, true, Primitive.UNSIGNED_SHORT, 16, 64, true);
        };
    }

    /** In bytes; it is the alignment, too. */
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
        int bits = 8 * abi.size(abi.wide) - (abi.signed(abi.wide) ? 1 : 0);
        return Map.of(
                "ENOENT", 2L,
                "ERANGE", 34L,
                "LONG_MAX", abi.longSize == 8 ? Long.MAX_VALUE : Integer.MAX_VALUE,
                "CHAR_MIN", abi.signedChar ? -128L : 0L,
                "WCHAR_MAX", (1L << bits) - 1,
                "EAGAIN", os == OperatingSystem.OSX ? 35L : 11L,
                "EDEADLK", os == OperatingSystem.LINUX ? 35L : os == OperatingSystem.OSX ? 11L : 36L,
                "ENAMETOOLONG", os == OperatingSystem.LINUX ? 36L : os == OperatingSystem.OSX ? 63L : 38L);
    }
}
