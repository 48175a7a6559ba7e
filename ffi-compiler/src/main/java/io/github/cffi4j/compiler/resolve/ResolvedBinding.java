package io.github.cffi4j.compiler.resolve;

import io.github.cffi4j.cdef.model.CSpelling;
import java.util.List;

/**
 * What one cdef binds, with all names settled: the input of everything that writes text.
 *
 * @param name what the binding is called, and its fingerprint
 * @param includes what it uses of other bindings
 * @param floats the floating types whose width the platform tells
 * @param typedefs the cdef's own
 * @param aliases further names of the composites
 * @param spelling writes the binding's types as C, as the cdef does
 * @param meaning writes them as C without the cdef's typedefs, whose claims are checked so
 */
public record ResolvedBinding(
        BindingName name,
        ResolvedIncludes includes,
        List<ResolvedConstant> constants,
        List<ResolvedTypedConstant> typedConstants,
        List<ResolvedEnum> enums,
        List<ResolvedInteger> integers,
        List<ResolvedFloat> floats,
        List<ResolvedComposite> composites,
        List<ResolvedAlias> aliases,
        List<ResolvedSignature> signatures,
        List<ResolvedUpcall> upcalls,
        List<ResolvedGlobal> globals,
        List<ResolvedFunction> functions,
        List<ResolvedTypedef> typedefs,
        CSpelling spelling,
        CSpelling meaning) {

    public ResolvedBinding {
        constants = List.copyOf(constants);
        typedConstants = List.copyOf(typedConstants);
        enums = List.copyOf(enums);
        integers = List.copyOf(integers);
        floats = List.copyOf(floats);
        composites = List.copyOf(composites);
        aliases = List.copyOf(aliases);
        signatures = List.copyOf(signatures);
        upcalls = List.copyOf(upcalls);
        globals = List.copyOf(globals);
        functions = List.copyOf(functions);
        typedefs = List.copyOf(typedefs);
    }

    /** The same with other functions. */
    ResolvedBinding withFunctions(List<ResolvedFunction> others) {
        return with(constants, typedConstants, others);
    }

    /** The same with other constants. */
    ResolvedBinding withConstants(List<ResolvedConstant> others, List<ResolvedTypedConstant> otherTyped) {
        return with(others, otherTyped, functions);
    }

    private ResolvedBinding with(
            List<ResolvedConstant> otherConstants,
            List<ResolvedTypedConstant> otherTyped,
            List<ResolvedFunction> otherFunctions) {
        return new ResolvedBinding(
                name,
                includes,
                otherConstants,
                otherTyped,
                enums,
                integers,
                floats,
                composites,
                aliases,
                signatures,
                upcalls,
                globals,
                otherFunctions,
                typedefs,
                spelling,
                meaning);
    }
}
