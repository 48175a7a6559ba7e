package io.github.cffi4j.compiler.resolve;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Span;
import io.github.cffi4j.cdef.model.Declared;
import io.github.cffi4j.cdef.model.ResolvedType;
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
    private final Mentions mentions;
    private final Set<String> met = new HashSet<>();
    private final Deque<Pending> pending = new ArrayDeque<>();

    Signatures(IncludedTypes included, Mentions mentions) {
        this.included = included;
        this.mentions = mentions;
    }

    /**
     * A function pointer's type whose own types are still to be looked up.
     *
     * @param place its name or, if it has none, the place where it was met
     */
    record Pending(
            Place place, CType pointer, boolean named, CType.Function function, Span span, Declared declaration) {}

    /** The type of a function pointer: that of its name, or without one that of its place. */
    ResolvedType.FunctionPointer meet(Pending type) {
        String id = type.place().key();
        if (!(type.named() && included.hasSignature(id))) {
            mentions.functionPointer(type.place());
            if (met.add(id)) {
                pending.add(type);
            }
        }
        return new ResolvedType.FunctionPointer(id);
    }

    /** The next one to look up, until there is none left. */
    Optional<Pending> next() {
        return Optional.ofNullable(pending.poll());
    }
}
