package io.github.cffi4j.compiler.naming;

import io.github.cffi4j.cdef.model.ComplexKind;
import io.github.cffi4j.cdef.model.ScalarKind;
import java.util.Collection;
import java.util.Map;

/**
 * The Java types for C's own types. A scalar widens to the Java type that holds every value; what is behind a pointer keeps
 * Java's own width.
 */
public final class StandardNames {
    /** The classes of the runtime for pointers to C's own integers of platform width, by their C names. */
    private static final Map<String, String> INTEGERS = Map.of(
            "long", "c_long",
            "unsigned long", "c_ulong",
            "size_t", "size_t",
            "ssize_t", "ssize_t",
            "ptrdiff_t", "ptrdiff_t",
            "intptr_t", "intptr_t",
            "uintptr_t", "uintptr_t",
            "wchar_t", "wchar_t");

    private StandardNames() {}

    /** Returns the Java type of a parameter or result. */
    public static String javaType(ScalarKind kind) {
        return switch (kind) {
            case BOOL -> "boolean";
            case CHAR, INT8, UINT8, INT16, UINT16, INT32 -> "int";
            // A Java long keeps the bits of a UINT64.
            case UINT32, INT64, UINT64 -> "long";
            case FLOAT -> "float";
            case DOUBLE -> "double";
        };
    }

    /** Returns the class of {@code io.github.cffi4j} that stands for a pointer to it. */
    public static String pointerClass(ScalarKind kind) {
        return switch (kind) {
            case BOOL -> "BoolPointer";
            case CHAR, INT8, UINT8 -> "BytePointer";
            case INT16, UINT16 -> "ShortPointer";
            case INT32, UINT32 -> "IntPointer";
            case INT64, UINT64 -> "LongPointer";
            case FLOAT -> "FloatPointer";
            case DOUBLE -> "DoublePointer";
        };
    }

    /** Returns the class of {@code io.github.cffi4j} that stands for a pointer to a complex number. */
    public static String pointerClass(ComplexKind kind) {
        return switch (kind) {
            case FLOAT -> "FloatComplexPointer";
            case DOUBLE -> "ComplexPointer";
        };
    }

    /** The classes of the runtime for pointers to C's own integers of platform width, by their C names. */
    static Map<String, String> integers() {
        return INTEGERS;
    }

    /** The simple names of those classes. */
    static Collection<String> integerClasses() {
        return INTEGERS.values();
    }

    /** A name that a Java class can have, for a type that people know by keywords. */
    static String known(String familiar) {
        return familiar.equals("long double") ? "c_long_double" : familiar;
    }
}
