package io.github.cffi4j.compiler.resolve;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The types of function pointers met so far. One may take another, or itself: each is named when it is met, and its own
 * types are looked up later.
 *
 * <p>A type without a name is called by its place, and is not the same as any other: so nobody's name depends on what else
 * the cdef declares.
 */
final class Signatures {
    private final IncludedTypes included;
    private final BindingNames names;
    private final Set<String> met = new HashSet<>();
    private final Deque<Pending> pending = new ArrayDeque<>();

    Signatures(IncludedTypes included, BindingNames names) {
        this.included = included;
        this.names = names;
    }

    /** A function pointer's type whose own types are still to be looked up. */
    record Pending(
            String javaName, CType pointer, boolean named, CType.Function function, Span span, Declared declaration) {}

    /**
     * The type of a function pointer: that of its name, or without one that of its place.
     *
     * @param structure how C spells it: two places may suggest the same name
     * @param type as it was met; its Java name is a suggestion
     */
    ResolvedType.FunctionPointer meet(String structure, Pending type) {
        Optional<String> elsewhere = type.named() ? included.signature(type.javaName()) : Optional.empty();
        if (elsewhere.isPresent()) {
            return new ResolvedType.FunctionPointer(elsewhere.get());
        }
        String javaName =
                names.signature(type.named() ? type.javaName() : type.javaName() + " " + structure, type.javaName());
        if (met.add(javaName)) {
            pending.add(new Pending(
                    javaName, type.pointer(), type.named(), type.function(), type.span(), type.declaration()));
        }
        return new ResolvedType.FunctionPointer(javaName);
    }

    /** The next one to look up, until there is none left. */
    Optional<Pending> next() {
        return Optional.ofNullable(pending.poll());
    }
}
