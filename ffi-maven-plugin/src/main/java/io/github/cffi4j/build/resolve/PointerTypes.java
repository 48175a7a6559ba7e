package io.github.cffi4j.build.resolve;

import io.github.cffi4j.build.resolve.ResolvedFunction.Parameter;
import io.github.cffi4j.cdef.CType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which types of function pointers may point to a function: those of the same C type, whatever its parameters and the types
 * are called.
 */
final class PointerTypes {
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

    /** The interfaces, all of which one Java class can implement; empty if no type of function pointer fits. */
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
                .filter(each -> javaTypes(each).equals(javaTypes(first)))
                .map(ResolvedSignature::javaName)
                .toList();
    }

    private static List<ResolvedType> javaTypes(ResolvedSignature signature) {
        List<ResolvedType> types = new ArrayList<>(List.of(signature.result()));
        signature.parameters().forEach(parameter -> types.add(parameter.type()));
        return types;
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
