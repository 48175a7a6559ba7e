package io.github.cffi4j.cdef.model;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Primitive;
import io.github.cffi4j.cdef.Qualifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows the typedefs of a cdef, and Windows' own, to what they stand for at the top of a type, and collects qualifiers. */
public final class TypedefChains {
    /** Deeper chains of typedefs than people write; keeps a cycle from running for ever. */
    private static final int MAX_DEPTH = 100;

    private final Scope scope;

    public TypedefChains(Scope scope) {
        this.scope = scope;
    }

    /** The type, and what it stands for by one typedef after the other. */
    public List<CType> of(CType type) {
        List<CType> links = new ArrayList<>();
        links.add(type);
        CType last = type;
        while (links.size() <= MAX_DEPTH && last instanceof CType.Named named) {
            Optional<CType> next = scope.meaning(named);
            if (next.isEmpty()) {
                break;
            }
            last = next.get();
            links.add(last);
        }
        return links;
    }

    /** Returns the type that typedefs of a cdef, and Windows' own, stand for, at the top of a type. */
    public CType unaliased(CType type) {
        if (!(type instanceof CType.Named)) {
            return type;
        }
        List<CType> links = of(type);
        return links.get(links.size() - 1);
    }

    /** The parameters of a function; {@code (void)} is none, whatever typedef says it. */
    public List<CType.Parameter> parameters(CType.Function function) {
        List<CType.Parameter> declared = function.parameters();
        boolean none = declared.size() == 1
                && !function.variadic()
                && declared.get(0).name().isEmpty()
                && unaliased(declared.get(0).type()) instanceof CType.Keyword keyword
                && keyword.primitive() == Primitive.VOID;
        return none ? List.of() : declared;
    }

    /** Returns true if C lets nobody assign to a value of this type, whatever typedefs say. */
    public boolean constant(CType type) {
        return qualifiers(type).contains(Qualifier.CONST);
    }

    /** Returns true if it is an array whose elements C lets nobody assign to. */
    public boolean constantElements(CType type) {
        CType element = unaliased(type);
        boolean array = element instanceof CType.Array;
        boolean constant = constant(type);
        while (element instanceof CType.Array inner) {
            constant |= constant(inner.element());
            element = unaliased(inner.element());
        }
        return array && constant;
    }

    /** The qualifiers of a type and of the typedefs it stands for. */
    public Set<Qualifier> qualifiers(CType type) {
        Set<Qualifier> all = new HashSet<>();
        for (CType link : of(type)) {
            if (link instanceof CType.Named named) {
                all.addAll(named.qualifiers());
            } else if (link instanceof CType.Keyword keyword) {
                all.addAll(keyword.qualifiers());
            } else if (link instanceof CType.Tagged tagged) {
                all.addAll(tagged.qualifiers());
            }
        }
        return all;
    }
}
