package io.github.cffi4j.build.resolve;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * Gives C names their Java names: the same wherever Java allows it, with {@code _} behind where it does not (a keyword, a
 * name that Java or the runtime has taken, a name given already). One of these for each Java scope.
 */
final class JavaNames {
    /** Methods of Object, which static methods of the same parameters cannot hide. */
    private static final Set<String> OBJECT_METHODS =
            Set.of("getClass", "hashCode", "equals", "clone", "toString", "notify", "notifyAll", "wait", "finalize");

    /** What struct classes have besides: of Pointer, and what we generate. */
    private static final Set<String> STRUCT_METHODS =
            Set.of("address", "segment", "asBytes", "asRef", "string", "allocate", "ref", "at", "get", "ofAddress");

    /** Simple names that generated code uses; a C type of the same name must not hide them. */
    private static final Set<String> CLASSES = Set.of(
            "Object",
            "String",
            "Override",
            "System",
            "Reference",
            "Native",
            "Checked",
            "Scratch",
            "Layout",
            "Arena",
            "Pointer",
            "PointerType",
            "Ref",
            "Struct",
            "Opaque",
            "Segment",
            "IntegerType",
            "IntegerPointer",
            "NativeLibrary",
            "Varargs",
            "BitRange",
            "FloatingType",
            "BoolPointer",
            "BytePointer",
            "ShortPointer",
            "IntPointer",
            "LongPointer",
            "FloatPointer",
            "DoublePointer");

    private final Set<String> taken;

    private JavaNames(Set<String> reserved) {
        this.taken = new HashSet<>(reserved);
    }

    /** For functions and globals: static methods. */
    static JavaNames methods() {
        return new JavaNames(OBJECT_METHODS);
    }

    /** For the fields of a struct: methods of its class. */
    static JavaNames fields() {
        JavaNames names = new JavaNames(OBJECT_METHODS);
        names.taken.addAll(STRUCT_METHODS);
        return names;
    }

    /** For parameters: variables, which would hide a class of the same name. */
    static JavaNames parameters(String enclosing) {
        return classes(enclosing);
    }

    static JavaNames classes(String enclosing) {
        JavaNames names = new JavaNames(CLASSES);
        names.taken.add(enclosing);
        return names;
    }

    static JavaNames plain() {
        return new JavaNames(Set.of());
    }

    /** A Java name for the C one, not given before by this object. */
    String give(String cName) {
        String name = cName;
        while (SourceVersion.isKeyword(name) || name.equals("_") || !taken.add(name)) {
            name += "_";
        }
        return name;
    }
}
