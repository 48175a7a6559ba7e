package io.github.cffi4j.compiler.resolve;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The types of the bindings that a cdef includes, by their C names; remembers which were used. */
final class IncludedTypes {
    private final IncludedNames names;
    private final Map<String, String> classes = new HashMap<>();
    private final Map<String, String> signatures = new HashMap<>();
    private final Map<String, String> structures = new HashMap<>();
    private final Map<String, ResolvedComposite> composites = new HashMap<>();
    private final Map<String, ResolvedEnum> enums = new HashMap<>();
    private final Map<String, ResolvedConstant> constants = new HashMap<>();
    private final Map<String, ResolvedComposite> usedComposites = new LinkedHashMap<>();
    private final Map<String, ResolvedEnum> usedEnums = new LinkedHashMap<>();

    /**
     * @param bindings what some platforms see of them
     */
    IncludedTypes(IncludedNames names, List<ResolvedBinding> bindings) {
        this.names = names;
        bindings.forEach(binding -> add(binding, names.owner(binding.name())));
    }

    private void add(ResolvedBinding binding, String owner) {
        for (ResolvedComposite composite : binding.composites()) {
            String javaName = owner + "." + composite.javaName();
            composites.put(composite.cName(), composite.named(javaName));
            classes.put(composite.cName(), javaName);
        }
        binding.integers().stream()
                .filter(ResolvedInteger::behindPointer)
                .map(ResolvedInteger::type)
                .filter(type -> !type.standard())
                .forEach(type -> classes.put(type.cName(), owner + "." + type.javaName()));
        binding.floats().stream()
                .filter(ResolvedFloat::behindPointer)
                .map(ResolvedFloat::type)
                .forEach(type -> classes.put(type.cName(), owner + "." + type.javaName()));
        for (ResolvedSignature signature : binding.signatures()) {
            String javaName = owner + "." + signature.javaName();
            typeName(signature.pointer()).ifPresent(name -> signatures.put(name, javaName));
            structures.putIfAbsent(
                    PointerTypes.structure(binding.meaning(), signature.function(), signature.parameters()), javaName);
        }
        binding.enums().forEach(enumeration -> enums.put(enumeration.cName(), enumeration));
        binding.constants().forEach(constant -> constants.put(constant.cName(), constant));
    }

    private static Optional<String> typeName(CType pointer) {
        CType named = pointer instanceof CType.Pointer direct ? direct.target() : pointer;
        return named instanceof CType.Named name ? Optional.of(name.name()) : Optional.empty();
    }

    /** The class of a C type, as generated code calls it. */
    Optional<String> className(String cName) {
        ResolvedComposite composite = composites.get(cName);
        if (composite != null) {
            usedComposites.put(cName, composite);
        }
        return Optional.ofNullable(classes.get(cName));
    }

    /** The interface of a function pointer's type that has a name. */
    Optional<String> signature(String name) {
        return Optional.ofNullable(signatures.get(name));
    }

    /** The first interface of function pointers of a structure. */
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
                names.imports(),
                usedComposites.values().stream()
                        .filter(ResolvedComposite::complete)
                        .toList(),
                enumerators);
    }
}
