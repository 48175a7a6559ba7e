package io.github.cffi4j.cdef.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one cdef binds, with all names looked up: the input of everything that writes text.
 *
 * @param includes what it uses of other bindings
 * @param floats the floating types whose width the platform tells
 * @param typedefs the cdef's own
 * @param aliases further names of the composites
 * @param mentions what needs a name outside of C, in order
 * @param spelling writes the binding's types as C, as the cdef does
 * @param meaning writes them as C without the cdef's typedefs, whose claims are checked so
 */
public record ResolvedBinding(
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
        List<Mention> mentions,
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
        mentions = List.copyOf(mentions);
    }

    /** The cdef's own struct or union of this C name, if there is one. */
    public Optional<ResolvedComposite> composite(String cName) {
        return composites.stream()
                .filter(composite -> composite.cName().equals(cName))
                .findFirst();
    }

    /** The function of this C name, if there is one. */
    public Optional<ResolvedFunction> function(String cName) {
        return functions.stream()
                .filter(function -> function.cName().equals(cName))
                .findFirst();
    }

    /** The C names of the types that what includes this binding finds here. */
    public Set<String> ownTypes() {
        Set<String> names = new LinkedHashSet<>();
        composites.forEach(composite -> names.add(composite.cName()));
        integers.stream()
                .filter(ResolvedInteger::behindPointer)
                .map(ResolvedInteger::type)
                .filter(type -> !type.standard())
                .forEach(type -> names.add(type.cName()));
        floats.stream()
                .filter(ResolvedFloat::behindPointer)
                .forEach(floating -> names.add(floating.type().cName()));
        return names;
    }

    /** The same with other functions. */
    public ResolvedBinding withFunctions(List<ResolvedFunction> others) {
        return new ResolvedBinding(
                includes,
                constants,
                typedConstants,
                enums,
                integers,
                floats,
                composites,
                aliases,
                signatures,
                upcalls,
                globals,
                others,
                typedefs,
                mentions,
                spelling,
                meaning);
    }
}
