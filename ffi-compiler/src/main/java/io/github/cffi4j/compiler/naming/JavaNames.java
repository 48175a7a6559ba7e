package io.github.cffi4j.compiler.naming;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * Gives C names their Java names: the same wherever Java allows it, with {@code _} behind where it does not (a keyword, a
 * name that Java or the runtime has taken, a name given already). One of these for each Java scope.
 */
final class JavaNames {
    /** Methods of Object, which static methods of the same parameters cannot hide. */
    private static final Set<String> OBJECT_METHODS =
            Set.of("getClass", "hashCode", "equals", "clone", "toString", "notify", "notifyAll", "wait", "finalize");

    /** What the class of native methods has besides them. */
    private static final Set<String> OWN_METHODS = Set.of("ffi_layout", "ffi_functions", "ffi_link", "ffi_more_stubs");

    /** What struct classes have besides: of Pointer, and what we generate. */
    private static final Set<String> STRUCT_METHODS = Set.of(
            "address",
            "segment",
            "asBytes",
            "asRef",
            "asByteBuffer",
            "plus",
            "string",
            "allocate",
            "ref",
            "at",
            "get",
            "toRecord",
            "ofAddress");

    /** Simple names that generated code uses; a type, constant or parameter of the same name must not hide them. */
    private static final Set<String> CLASSES = Set.of(
            // The package of what has to be named in full.
            "java",
            "Object",
            "String",
            "Override",
            "System",
            "Reference",
            // Of earlier generated classes: types keep the names that they have had.
            "Native",
            "LAYOUT",
            "addressof",
            "Checked",
            "Scratch",
            "Layout",
            "Arena",
            "Pointer",
            "PointerType",
            "Ref",
            "Owned",
            "Struct",
            "Opaque",
            "Segment",
            "IntegerType",
            "IntegerPointer",
            "CTypes",
            "LibraryLoader",
            "Varargs",
            "Stubs",
            "Upcalls",
            "Downcalls",
            "Backend",
            "NativeAccess",
            "MethodHandle",
            "MethodHandles",
            "FunctionPointer",
            "FunctionalInterface",
            "Throwable",
            "Math",
            "BitRange",
            "Presence",
            "FloatingType",
            "FloatingPointer",
            "Complex",
            "ComplexPointer",
            "FloatComplexPointer",
            "BoolPointer",
            "BytePointer",
            "ShortPointer",
            "IntPointer",
            "LongPointer",
            "FloatPointer",
            "DoublePointer");

    /** Names that Java refuses for types alone; SourceVersion does not know them. */
    private static final Set<String> RESTRICTED = Set.of("record", "var", "yield", "sealed", "permits");

    /** What generated code calls its own classes, methods and variables; C's names may have a {@code $} elsewhere. */
    private static final Pattern OURS =
            Pattern.compile("(Foreign|Direct)\\$\\d+|.*\\$(use|pinned|stubs|entry|answered|included)?");

    /** Shared, since there is one of these objects for each function and each struct. */
    private final Set<String> reserved;

    private final Set<String> taken = new HashSet<>();

    /** In lower case: nested classes are files, and some file systems do not tell {@code Foo} from {@code foo}. */
    private final Set<String> classFiles = new HashSet<>(Set.of("native", "addressof"));

    private JavaNames(Set<String> reserved) {
        this.reserved = reserved;
    }

    /** For functions and globals: static methods. */
    static JavaNames methods() {
        JavaNames names = new JavaNames(OBJECT_METHODS);
        names.taken.addAll(OWN_METHODS);
        return names;
    }

    /** For the fields of a struct: methods of its class. */
    static JavaNames fields() {
        JavaNames names = new JavaNames(OBJECT_METHODS);
        names.taken.addAll(STRUCT_METHODS);
        return names;
    }

    /**
     * For parameters: variables, which would hide a class of the same name.
     *
     * @param classes the two generated classes, and those of included cdefs
     */
    static JavaNames parameters(Set<String> classes) {
        JavaNames names = members(classes);
        names.taken.add("scratch");
        return names;
    }

    /**
     * For nested classes and constants: Java takes a constant for a class of its name.
     *
     * @param classes the two generated classes, and those of included cdefs
     */
    static JavaNames members(Set<String> classes) {
        JavaNames names = new JavaNames(CLASSES);
        names.taken.addAll(StandardNames.integerClasses());
        names.taken.addAll(classes);
        return names;
    }

    /** Returns true if a generated class of that name would hide a class it uses. */
    static boolean reserved(String className) {
        return CLASSES.contains(className) || RESTRICTED.contains(className);
    }

    /** A Java name for a C type, not given before by this object, in whatever case. */
    String giveClass(String cName) {
        String name = cName;
        while (RESTRICTED.contains(name) || !classFiles.add(name.toLowerCase(Locale.ROOT))) {
            name += "_";
        }
        String given = give(name);
        classFiles.add(given.toLowerCase(Locale.ROOT));
        return given;
    }

    /** A Java name for the C one, not given before by this object. */
    String give(String cName) {
        String name = cName;
        // Java does not call a method "yield" but by its class's name.
        while (SourceVersion.isKeyword(name)
                || name.equals("_")
                || name.equals("yield")
                || name.indexOf('$') >= 0 && OURS.matcher(name).matches()
                || reserved.contains(name)
                || !taken.add(name)) {
            name += "_";
        }
        return name;
    }
}
