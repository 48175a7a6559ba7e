package io.github.cffi4j.build.resolve;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The types of function pointers met so far. One may take another, or itself: each is named when it is met, and its own
 * types are looked up later.
 */
final class Signatures {
    private final IncludedTypes included;
    private final Map<String, String> javaNames = new HashMap<>();
    private final Deque<Pending> pending = new ArrayDeque<>();

    Signatures(IncludedTypes included) {
        this.included = included;
    }

    /** A function pointer's type whose own types are still to be looked up. */
    record Pending(
            String javaName, CType pointer, boolean named, CType.Function function, Span span, String declaration) {}

    /**
     * The type of a function pointer: that of its name, or without one the first of the same structure.
     *
     * @param structure how C spells it without typedefs at its top
     * @param met the type as it was met; its Java name is a suggestion
     */
    ResolvedType.FunctionPointer meet(String structure, Pending met, JavaNames names) {
        String key = met.named() ? met.javaName() : structure;
        Optional<String> elsewhere = included.signature(key);
        if (elsewhere.isPresent()) {
            return new ResolvedType.FunctionPointer(elsewhere.get());
        }
        String known = javaNames.get(key);
        if (known == null) {
            known = names.giveClass(met.javaName());
            javaNames.put(key, known);
            javaNames.putIfAbsent(structure, known);
            pending.add(new Pending(known, met.pointer(), met.named(), met.function(), met.span(), met.declaration()));
        }
        return new ResolvedType.FunctionPointer(known);
    }

    /** The next one to look up, until there is none left. */
    Optional<Pending> next() {
        return Optional.ofNullable(pending.poll());
    }
}
