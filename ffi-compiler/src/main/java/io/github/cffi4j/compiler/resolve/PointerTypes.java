package io.github.cffi4j.compiler.resolve;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.model.CSpelling;
import io.github.cffi4j.cdef.model.ResolvedFunction.Parameter;
import io.github.cffi4j.cdef.model.ResolvedSignature;
import io.github.cffi4j.cdef.model.ResolvedType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which types of function pointers C takes for the same, and which may point to a function: those of the same C type, whatever
 * its parameters and the types are called.
 */
final class PointerTypes {
    /** So many of one structure are one another's; a header of hundreds, as OpenGL's, stays small. */
    private static final int MOST_ALIKE = 32;

    private final CSpelling meaning;
    private final IncludedTypes included;
    private final Map<String, List<ResolvedSignature>> byStructure = new HashMap<>();

    /**
     * @param meaning writes what typedefs stand for
     * @param signatures the binding's own types
     */
    PointerTypes(CSpelling meaning, IncludedTypes included, List<ResolvedSignature> signatures) {
        this.meaning = meaning;
        this.included = included;
        signatures.forEach(signature -> byStructure
                .computeIfAbsent(
                        structure(meaning, signature.function(), signature.parameters()), key -> new ArrayList<>())
                .add(signature));
    }

    /** The types that are the same to C as one, which is the first. */
    List<String> like(ResolvedSignature signature) {
        return Stream.concat(
                        Stream.of(signature),
                        byStructure.get(structure(meaning, signature.function(), signature.parameters())).stream()
                                .filter(each -> types(each).equals(types(signature))))
                .map(ResolvedSignature::id)
                .distinct()
                .limit(MOST_ALIKE)
                .toList();
    }

    /** The types of pointers to a function; empty if no type of function pointer fits. */
    List<String> of(CType.Function function, List<Parameter> parameters) {
        if (function.variadic()) {
            return List.of();
        }
        String structure = structure(meaning, function, parameters);
        List<ResolvedSignature> own = byStructure.getOrDefault(structure, List.of());
        if (own.isEmpty()) {
            return included.signatureOf(structure).map(List::of).orElse(List.of());
        }
        ResolvedSignature first = own.get(0);
        return own.stream()
                .filter(each -> types(each).equals(types(first)))
                .map(ResolvedSignature::id)
                .toList();
    }

    private static List<ResolvedType> types(ResolvedSignature signature) {
        List<ResolvedType> all = new ArrayList<>(List.of(signature.result()));
        signature.parameters().forEach(parameter -> all.add(parameter.type()));
        return all;
    }

    /** The C type without the names of parameters and typedefs. */
    static String structure(CSpelling meaning, CType.Function function, List<Parameter> parameters) {
        List<CType.Parameter> unnamed = parameters.stream()
                .map(parameter -> new CType.Parameter(Optional.empty(), parameter.declared(), parameter.span()))
                .toList();
        CType plain = new CType.Function(
                function.result(), unnamed, function.variadic(), function.convention(), function.span());
        return function.convention().map(CType.CallingConvention::name).orElse("")
                + meaning.typeName(new CType.Pointer(plain, Set.of(), function.span()));
    }
}
