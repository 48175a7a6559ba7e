package io.github.cffi4j.compiler.emit.crossing;

import io.github.cffi4j.compiler.resolve.ResolvedType;

/** The fields of the generated class {@code Native} that hold types whose width the platform tells. */
public final class NativeFields {
    private NativeFields() {}

    /** Returns the field that holds an {@code IntegerType}. */
    public static String of(ResolvedType.PlatformInteger type) {
        return type.javaName().replace('.', '_');
    }

    /** Returns the field that holds the {@code IntegerType} of an enum. */
    public static String ofEnum(String cName) {
        return "enum_" + cName.replace("enum ", "").replaceAll("\\W", "_");
    }

    /** Returns the field that holds a {@code FloatingType}. */
    public static String of(ResolvedType.PlatformFloat type) {
        return type.javaName().replace('.', '_');
    }

    /** Returns the expression for such a field. */
    static String expression(String field) {
        return "Native." + field;
    }
}
