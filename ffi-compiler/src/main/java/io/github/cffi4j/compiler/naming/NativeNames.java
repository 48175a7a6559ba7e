package io.github.cffi4j.compiler.naming;

import io.github.cffi4j.cdef.model.ResolvedComposite;
import io.github.cffi4j.cdef.model.ResolvedComposite.Field;
import io.github.cffi4j.cdef.model.ResolvedFunction;
import io.github.cffi4j.cdef.model.ResolvedGlobal;
import io.github.cffi4j.cdef.model.ResolvedSignature;
import io.github.cffi4j.cdef.model.ResolvedType;
import io.github.cffi4j.cdef.model.ResolvedTypedConstant;
import io.github.cffi4j.cdef.model.ResolvedUpcall;
import java.util.Set;

/** The names of the members of the class of the native methods, which C's side of them repeats. */
public final class NativeNames {
    /** The native method that maps more C functions for Java code. */
    public static final String MORE_STUBS = "ffi_more_stubs";

    /** The native method that tells what the user's library lacks. */
    public static final String LACKS = "ffi_lacks";

    /** Other names in that class. Its fields for sets of platforms begin with {@code ON_}, and what else it has, with {@code ffi_}. */
    private static final Set<String> OTHERS = Set.of("LAYOUT", "LOADED", "SYSTEM", "Index");

    private final Names names;

    public NativeNames(Names names) {
        this.names = names;
    }

    /** The native method that reads a constant with a type. */
    public static String getter(ResolvedTypedConstant constant) {
        return "ffi_constant_" + constant.cName();
    }

    /** The native method that gives the address of a global variable. */
    public static String address(ResolvedGlobal global) {
        return "ffi_address_" + global.cName();
    }

    /** The native method that gives the address of a function that Java implements. */
    public static String address(ResolvedUpcall upcall) {
        return "ffi_address_" + upcall.cName();
    }

    /** The native method that gives the address of C's own function. */
    public static String address(ResolvedFunction function) {
        return "ffi_address_" + function.cName();
    }

    /** The method that calls a function with Java's arrays. */
    public String pinned(ResolvedFunction function) {
        return names.of(function) + "$pinned";
    }

    /** The Java method that C calls for a function that Java implements. */
    public static String upcall(ResolvedUpcall upcall) {
        return "ffi_upcall_" + upcall.cName();
    }

    /** The Java method that C calls for function pointers of a type. */
    public String upcall(ResolvedSignature signature) {
        return "ffi_callback_" + names.of(signature);
    }

    /** The native method that calls a function pointer. */
    public String invoker(ResolvedSignature signature) {
        return "ffi_invoke_" + names.of(signature);
    }

    /** The native method that gives the table of C functions that run Java code. */
    public String stubTable(ResolvedSignature signature) {
        return "ffi_stubs_" + names.of(signature);
    }

    /** The native method that reads a bitfield. */
    public String bitReader(ResolvedComposite owner, Field field) {
        return "ffi_get_" + names.of(owner) + "_" + field.cName();
    }

    /** The native method that writes a bitfield. */
    public String bitWriter(ResolvedComposite owner, Field field) {
        return "ffi_set_" + names.of(owner) + "_" + field.cName();
    }

    /** The field that holds an {@code IntegerType}. */
    public String field(ResolvedType.PlatformInteger type) {
        return field(names.of(type));
    }

    /** The field that holds a {@code FloatingType}. */
    public String field(ResolvedType.PlatformFloat type) {
        return field(names.of(type));
    }

    /** The field that holds the {@code IntegerType} of an enum. */
    public static String enumField(String cName) {
        return "enum_" + cName.replace("enum ", "").replaceAll("\\W", "_");
    }

    /** No Java name of C's ends with a dollar. */
    private static String field(String javaName) {
        String name = javaName.replace('.', '_');
        return OTHERS.contains(name) || name.startsWith("ON_") ? name + "$" : name;
    }
}
