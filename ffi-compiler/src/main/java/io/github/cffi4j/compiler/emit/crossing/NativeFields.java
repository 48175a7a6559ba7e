package io.github.cffi4j.compiler.emit.crossing;

import io.github.cffi4j.compiler.resolve.ResolvedType;
import java.util.Set;

/** The fields of the class of the native methods that hold types whose width the platform tells. */
public final class NativeFields {
    /** Other names in that class. Its fields for sets of platforms begin with {@code ON_}, and what else it has, with {@code ffi_}. */
    private static final Set<String> OTHERS = Set.of("LAYOUT", "LOADED", "Index");

    private NativeFields() {}

    /** Returns the field that holds an {@code IntegerType}. */
    public static String of(ResolvedType.PlatformInteger type) {
        return field(type.javaName());
    }

    /** Returns the field that holds the {@code IntegerType} of an enum. */
    public static String ofEnum(String cName) {
        return "enum_" + cName.replace("enum ", "").replaceAll("\\W", "_");
    }

    /** Returns the field that holds a {@code FloatingType}. */
    public static String of(ResolvedType.PlatformFloat type) {
        return field(type.javaName());
    }

    /** No Java name of C's ends with a dollar. */
    private static String field(String javaName) {
        String name = javaName.replace('.', '_');
        return OTHERS.contains(name) || name.startsWith("ON_") ? name + "$" : name;
    }
}
