package io.github.cffi4j.cdef.model;

import static java.util.Map.entry;

import io.github.cffi4j.cdef.Primitive;
import io.github.cffi4j.cdef.model.ResolvedType.Complex;
import io.github.cffi4j.cdef.model.ResolvedType.PlatformFloat;
import io.github.cffi4j.cdef.model.ResolvedType.PlatformInteger;
import io.github.cffi4j.cdef.model.ResolvedType.Scalar;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the names and keywords of C stand for before a cdef declares anything. */
public final class PredefinedTypedefs {
    private static final Map<String, ScalarKind> FIXED_WIDTH = Map.ofEntries(
            entry("bool", ScalarKind.BOOL),
            entry("int8_t", ScalarKind.INT8),
            entry("uint8_t", ScalarKind.UINT8),
            entry("int16_t", ScalarKind.INT16),
            entry("uint16_t", ScalarKind.UINT16),
            entry("int32_t", ScalarKind.INT32),
            entry("uint32_t", ScalarKind.UINT32),
            entry("int64_t", ScalarKind.INT64),
            entry("uint64_t", ScalarKind.UINT64),
            entry("int_least8_t", ScalarKind.INT8),
            entry("uint_least8_t", ScalarKind.UINT8),
            entry("int_least16_t", ScalarKind.INT16),
            entry("uint_least16_t", ScalarKind.UINT16),
            entry("int_least32_t", ScalarKind.INT32),
            entry("uint_least32_t", ScalarKind.UINT32),
            entry("int_least64_t", ScalarKind.INT64),
            entry("uint_least64_t", ScalarKind.UINT64),
            entry("char16_t", ScalarKind.UINT16),
            entry("char32_t", ScalarKind.UINT32),
            entry("intmax_t", ScalarKind.INT64),
            entry("uintmax_t", ScalarKind.UINT64));

    /** C's own integers of platform width. */
    private static final Set<String> STANDARD =
            Set.of("long", "unsigned long", "size_t", "ssize_t", "ptrdiff_t", "intptr_t", "uintptr_t", "wchar_t");

    private static final Set<String> PLATFORM_WIDTH = Set.of(
            "size_t",
            "ssize_t",
            "ptrdiff_t",
            "intptr_t",
            "uintptr_t",
            "int_fast8_t",
            "uint_fast8_t",
            "int_fast16_t",
            "uint_fast16_t",
            "int_fast32_t",
            "uint_fast32_t",
            "int_fast64_t",
            "uint_fast64_t",
            "wchar_t");

    /** Of Windows' headers, and on no other platform; as wide as the preamble's UNICODE makes them. */
    private static final Set<String> OF_WINDOWS = Set.of("TCHAR", "TBYTE");

    private PredefinedTypedefs() {}

    public static Optional<ResolvedType> named(String name) {
        ScalarKind kind = FIXED_WIDTH.get(name);
        if (kind != null) {
            return Optional.of(new Scalar(kind));
        }
        if (PLATFORM_WIDTH.contains(name) || ofWindows(name)) {
            return Optional.of(new PlatformInteger(name));
        }
        return switch (name) {
            case "FILE" -> Optional.of(new ResolvedType.Composite(name));
            case "_Fcomplex" -> Optional.of(new Complex(ComplexKind.FLOAT));
            case "_Dcomplex" -> Optional.of(new Complex(ComplexKind.DOUBLE));
            default -> Scope.argumentList(name) ? Optional.of(ResolvedType.Composite.ARGUMENT_LIST) : Optional.empty();
        };
    }

    /** Returns true for C's own integers of platform width, which no cdef declares. */
    public static boolean standard(String name) {
        return STANDARD.contains(name);
    }

    /** Returns true for names of integers that only Windows' headers define. */
    public static boolean ofWindows(String name) {
        return OF_WINDOWS.contains(name);
    }

    /** What a keyword type is, if it can cross. */
    public static Optional<ResolvedType> keyword(Primitive primitive) {
        return switch (primitive) {
            case VOID -> Optional.of(new ResolvedType.Void());
            case BOOL -> scalar(ScalarKind.BOOL);
            case CHAR -> scalar(ScalarKind.CHAR);
            case SIGNED_CHAR -> scalar(ScalarKind.INT8);
            case UNSIGNED_CHAR -> scalar(ScalarKind.UINT8);
            case SHORT -> scalar(ScalarKind.INT16);
            case UNSIGNED_SHORT -> scalar(ScalarKind.UINT16);
            case INT -> scalar(ScalarKind.INT32);
            case UNSIGNED_INT -> scalar(ScalarKind.UINT32);
            case LONG -> Optional.of(new PlatformInteger("long"));
            case UNSIGNED_LONG -> Optional.of(new PlatformInteger("unsigned long"));
            case LONG_LONG -> scalar(ScalarKind.INT64);
            case UNSIGNED_LONG_LONG -> scalar(ScalarKind.UINT64);
            case FLOAT -> scalar(ScalarKind.FLOAT);
            case DOUBLE -> scalar(ScalarKind.DOUBLE);
            case LONG_DOUBLE -> Optional.of(new PlatformFloat("long double"));
            case FLOAT_COMPLEX -> Optional.of(new Complex(ComplexKind.FLOAT));
            case DOUBLE_COMPLEX -> Optional.of(new Complex(ComplexKind.DOUBLE));
            case LONG_DOUBLE_COMPLEX -> Optional.empty();
        };
    }

    private static Optional<ResolvedType> scalar(ScalarKind kind) {
        return Optional.of(new Scalar(kind));
    }
}
