package io.github.cffi4j.cdef.layout;

import io.github.cffi4j.cdef.Primitive;
import io.github.cffi4j.platform.Platform;
import java.util.Optional;
import java.util.Set;

/** C's own types on a platform. */
final class Abi {
    private static final int UNKNOWN = -1;
    private static final Set<String> POINTER_WIDE = Set.of(
            "size_t",
            "ssize_t",
            "ptrdiff_t",
            "intptr_t",
            "uintptr_t",
            // Windows' own, which windows.cdef has as they are on 64 bits.
            "SIZE_T",
            "SSIZE_T",
            "INT_PTR",
            "LONG_PTR",
            "UINT_PTR",
            "ULONG_PTR",
            "DWORD_PTR",
            "WPARAM",
            "LPARAM",
            "LRESULT");
    private static final Set<String> HALF_A_POINTER = Set.of("HALF_PTR", "UHALF_PTR");

    private final Platform platform;

    Abi(Platform platform) {
        this.platform = platform;
    }

    /** The size of a pointer, in bytes. */
    int pointerBytes() {
        return platform.arch().bits() / Byte.SIZE;
    }

    /** The layout of a pointer. */
    Layout pointer() {
        return natural(pointerBytes());
    }

    /** The layout of a type that C spells with keywords; void has none. */
    Optional<Layout> keyword(Primitive type) {
        return switch (type) {
            case VOID -> Optional.empty();
            case BOOL, CHAR, SIGNED_CHAR, UNSIGNED_CHAR -> Optional.of(natural(1));
            case SHORT, UNSIGNED_SHORT -> Optional.of(natural(2));
            case INT, UNSIGNED_INT, FLOAT -> Optional.of(natural(4));
            case LONG, UNSIGNED_LONG -> Optional.of(natural(platform.longBytes()));
            case LONG_LONG, UNSIGNED_LONG_LONG, DOUBLE -> Optional.of(natural(8));
            case LONG_DOUBLE -> Optional.of(longDouble());
            case FLOAT_COMPLEX -> Optional.of(new Layout(8, 4));
            case DOUBLE_COMPLEX -> Optional.of(new Layout(16, 8));
            case LONG_DOUBLE_COMPLEX ->
                Optional.of(new Layout(2L * platform.longDoubleBytes(), platform.longDoubleAlignment()));
        };
    }

    /** The layout of a type that C's headers and Windows' declare. */
    Optional<Layout> named(String name) {
        int bytes = bytes(name);
        return switch (name) {
            case "_Fcomplex" -> keyword(Primitive.FLOAT_COMPLEX);
            case "_Dcomplex" -> keyword(Primitive.DOUBLE_COMPLEX);
            default -> bytes == UNKNOWN ? Optional.empty() : Optional.of(natural(bytes));
        };
    }

    /** Returns whether an integer type has a sign, if it is known. */
    Optional<Boolean> signed(Primitive type) {
        return switch (type) {
            case CHAR -> Optional.of(platform.signedChar());
            case SIGNED_CHAR, SHORT, INT, LONG, LONG_LONG -> Optional.of(true);
            case BOOL, UNSIGNED_CHAR, UNSIGNED_SHORT, UNSIGNED_INT, UNSIGNED_LONG, UNSIGNED_LONG_LONG ->
                Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** Returns whether an integer type that C's headers and Windows' declare has a sign, if it is known. */
    Optional<Boolean> signed(String name) {
        if (bytes(name) == UNKNOWN) {
            return Optional.empty();
        }
        return switch (name) {
            case "wchar_t" -> Optional.of(platform.signedWideCharacters());
            case "bool", "size_t", "char16_t", "char32_t", "SIZE_T", "UINT_PTR", "ULONG_PTR", "DWORD_PTR", "WPARAM" ->
                Optional.of(false);
            default -> Optional.of(!name.startsWith("u") && !name.startsWith("U"));
        };
    }

    private int bytes(String name) {
        if (POINTER_WIDE.contains(name)) {
            return pointerBytes();
        } else if (HALF_A_POINTER.contains(name)) {
            return pointerBytes() / 2;
        }
        String plain = name.startsWith("uint") || name.startsWith("UINT") ? name.substring(1) : name;
        return switch (plain) {
            case "bool" -> 1;
            case "wchar_t" -> platform.wideCharacterBytes();
            case "char16_t" -> 2;
            case "char32_t" -> 4;
            case "int8_t", "int_least8_t" -> 1;
            case "int_fast8_t" -> fast(8);
            case "int16_t", "int_least16_t" -> 2;
            case "int32_t", "int_least32_t" -> 4;
            case "int64_t", "int_least64_t", "intmax_t", "int_fast64_t" -> 8;
            case "int_fast16_t" -> fast(16);
            case "int_fast32_t" -> fast(32);
            default -> UNKNOWN;
        };
    }

    /** Returns the bytes that a C library takes for its fastest integer of at least so many bits. */
    private int fast(int bits) {
        return switch (platform.libc()) {
            case GLIBC -> bits == 8 ? 1 : pointerBytes();
            case MUSL -> bits == 8 ? 1 : 4;
            case FREEBSD -> 4;
            case LIBSYSTEM, UCRT -> bits / Byte.SIZE;
        };
    }

    private Layout longDouble() {
        return new Layout(platform.longDoubleBytes(), platform.longDoubleAlignment());
    }

    private static Layout natural(int bytes) {
        return new Layout(bytes, bytes);
    }
}
