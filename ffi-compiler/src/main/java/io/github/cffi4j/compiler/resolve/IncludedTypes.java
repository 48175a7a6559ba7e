package io.github.cffi4j.compiler.resolve;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Span;
import io.github.cffi4j.cdef.model.ResolvedBinding;
import io.github.cffi4j.cdef.model.ResolvedComposite;
import io.github.cffi4j.cdef.model.ResolvedConstant;
import io.github.cffi4j.cdef.model.ResolvedEnum;
import io.github.cffi4j.cdef.model.ResolvedIncludes;
import io.github.cffi4j.cdef.model.ResolvedSignature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types of the bindings that a cdef includes, by their C names; remembers which were used. */
final class IncludedTypes {
    private final Set<String> names = new HashSet<>();
    private final Set<String> signatures = new HashSet<>();
    private final Map<String, String> structures = new HashMap<>();
    private final Map<String, ResolvedComposite> composites = new HashMap<>();
    private final Map<String, ResolvedEnum> enums = new HashMap<>();
    private final Map<String, ResolvedConstant> constants = new HashMap<>();
    private final Map<String, ResolvedComposite> usedComposites = new LinkedHashMap<>();
    private final Map<String, ResolvedEnum> usedEnums = new LinkedHashMap<>();

    /**
     * @param bindings what some platforms see of them
     */
    IncludedTypes(List<ResolvedBinding> bindings) {
        bindings.forEach(this::add);
    }

    private void add(ResolvedBinding binding) {
        names.addAll(binding.ownTypes());
        for (ResolvedComposite composite : binding.composites()) {
            composites.put(composite.cName(), composite);
        }
        for (ResolvedSignature signature : binding.signatures()) {
            typeName(signature.pointer()).ifPresent(signatures::add);
            structures.putIfAbsent(
                    PointerTypes.structure(binding.meaning(), signature.function(), signature.parameters()),
                    signature.id());
        }
        binding.enums().forEach(enumeration -> enums.put(enumeration.cName(), enumeration));
        binding.constants().forEach(constant -> constants.put(constant.cName(), constant));
    }

    private static Optional<String> typeName(CType pointer) {
        CType named = pointer instanceof CType.Pointer direct ? direct.target() : pointer;
        return named instanceof CType.Named name ? Optional.of(name.name()) : Optional.empty();
    }

    /** Notes that a type is used. Returns false if it is not theirs. */
    boolean use(String cName) {
        ResolvedComposite composite = composites.get(cName);
        if (composite != null) {
            usedComposites.put(cName, composite);
        }
        return has(cName);
    }

    /** Returns true if a type is theirs. */
    boolean has(String cName) {
        return names.contains(cName);
    }

    /** Returns true for the name of a function pointer's type of theirs. */
    boolean hasSignature(String name) {
        return signatures.contains(name);
    }

    /** The first type of function pointers of a structure. */
    Optional<String> signatureOf(String structure) {
        return Optional.ofNullable(structures.get(structure));
    }

    /** Returns true if a type is a handle there. */
    boolean opaque(String cName) {
        return composites.containsKey(cName) && !composites.get(cName).complete();
    }

    /** Where a handle is named. */
    Span place(String cName) {
        return composites.get(cName).nameSpan();
    }

    /** Notes that an enum of theirs is used. */
    void useEnum(String cName) {
        Optional.ofNullable(enums.get(cName)).ifPresent(enumeration -> usedEnums.put(cName, enumeration));
    }

    /** The enums that were used. */
    List<ResolvedEnum> usedEnums() {
        return List.copyOf(usedEnums.values());
    }

    /** What was used. */
    ResolvedIncludes used() {
        List<ResolvedConstant> enumerators = new ArrayList<>();
        usedEnums.values().forEach(each -> each.enumerators().forEach(name -> enumerators.add(constants.get(name))));
        return new ResolvedIncludes(
                usedComposites.values().stream()
                        .filter(ResolvedComposite::complete)
                        .toList(),
                enumerators);
    }
}
