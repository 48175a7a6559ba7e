package io.github.cffi4j.cdef.model;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.CType.ArrayLength;
import io.github.cffi4j.cdef.Qualifier;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes types as C does, inside out: {@code declare(pointer to array of 3 int, "p")} is {@code int (*p)[3]}.
 *
 * @param anonymous the C names of types without a tag, by the tag the parser made up
 * @param expansions typedef names to write as the types they stand for
 * @param parameterNames whether function types have the names of their parameters, which in C may be macros of the headers
 */
public record CSpelling(Map<String, String> anonymous, Map<String, CType> expansions, boolean parameterNames) {

    /** Names that need a header, and how C spells them without; Microsoft's are structs to its own compiler. */
    private static final Map<String, String> STANDARD =
            Map.of("bool", "_Bool", "_Fcomplex", "float _Complex", "_Dcomplex", "double _Complex");

    public CSpelling {
        anonymous = Map.copyOf(anonymous);
        expansions = Map.copyOf(expansions);
    }

    /** Writes for people: typedef names as they are, and the names of parameters. */
    public CSpelling(Map<String, String> anonymous) {
        this(anonymous, Map.of(), true);
    }

    /** Writes for compilers. */
    public CSpelling(Map<String, String> anonymous, Map<String, CType> expansions) {
        this(anonymous, expansions, false);
    }

    /** The type by itself, as a cast needs it. */
    public String typeName(CType type) {
        return declare(type, "").strip();
    }

    /** A declaration of {@code name} with the type, without the semicolon. */
    public String declare(CType written, String name) {
        CType type = expanded(written);
        if (type instanceof CType.Keyword keyword) {
            return qualified(keyword.qualifiers(), keyword.primitive().spelling(), name);
        } else if (type instanceof CType.Named named) {
            return qualified(named.qualifiers(), STANDARD.getOrDefault(named.name(), named.name()), name);
        } else if (type instanceof CType.Tagged tagged) {
            return qualified(tagged.qualifiers(), tagged(tagged), name);
        } else if (type instanceof CType.Pointer pointer) {
            String qualifiers = keywords(pointer.qualifiers());
            String declarator = "*" + qualifiers + (qualifiers.isEmpty() || name.isEmpty() ? "" : " ") + name;
            CType target = expanded(pointer.target());
            boolean grouped = target instanceof CType.Array || target instanceof CType.Function;
            return declare(pointer.target(), grouped ? "(" + declarator + ")" : declarator);
        } else if (type instanceof CType.Array array) {
            return declare(array.element(), name + "[" + length(array.length()) + "]");
        } else if (type instanceof CType.Function function) {
            return declare(function.result(), name + "(" + parameters(function) + ")");
        }
        throw new IllegalArgumentException("C has no spelling for " + type);
    }

    /** The type, or what it stands for if it is a typedef name that is written so. */
    public CType expanded(CType type) {
        CType meant = type;
        while (meant instanceof CType.Named named && expansions.containsKey(named.name())) {
            meant = qualified(expansions.get(named.name()), named.qualifiers());
        }
        return meant;
    }

    /** {@code const} before the name of an array type goes to its elements. */
    static CType qualified(CType type, Set<Qualifier> more) {
        if (type instanceof CType.Keyword keyword) {
            return new CType.Keyword(keyword.primitive(), union(keyword.qualifiers(), more), keyword.span());
        } else if (type instanceof CType.Named named) {
            return new CType.Named(named.name(), union(named.qualifiers(), more), named.span());
        } else if (type instanceof CType.Tagged tagged) {
            return new CType.Tagged(tagged.kind(), tagged.tag(), union(tagged.qualifiers(), more), tagged.span());
        } else if (type instanceof CType.Pointer pointer) {
            return new CType.Pointer(pointer.target(), union(pointer.qualifiers(), more), pointer.span());
        } else if (type instanceof CType.Array array) {
            return new CType.Array(qualified(array.element(), more), array.length(), array.span());
        }
        return type;
    }

    private static Set<Qualifier> union(Set<Qualifier> some, Set<Qualifier> more) {
        Set<Qualifier> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }

    private String tagged(CType.Tagged tagged) {
        if (!tagged.anonymous()) {
            return tagged.kind().keyword() + " " + tagged.tag();
        }
        String name = anonymous.get(tagged.tag());
        if (name == null) {
            throw new IllegalArgumentException("C has no name for the type at " + tagged.span());
        }
        return name;
    }

    private String parameters(CType.Function function) {
        StringBuilder listed = new StringBuilder();
        for (CType.Parameter parameter : function.parameters()) {
            String name = parameterNames ? parameter.name().orElse("") : "";
            listed.append(listed.length() == 0 ? "" : ", ")
                    .append(declare(parameter.type(), name).strip());
        }
        if (function.variadic()) {
            return listed + ", ...";
        }
        return listed.length() == 0 ? "void" : listed.toString();
    }

    private static String length(ArrayLength length) {
        return length instanceof ArrayLength.Fixed fixed ? fixed.expression().text() : "";
    }

    private static String qualified(Set<Qualifier> qualifiers, String type, String name) {
        String keywords = keywords(qualifiers);
        return (keywords.isEmpty() ? "" : keywords + " ") + type + (name.isEmpty() ? "" : " " + name);
    }

    private static String keywords(Set<Qualifier> qualifiers) {
        if (qualifiers.isEmpty()) {
            // As nearly always; a cdef of thousands of functions has tens of thousands of types.
            return "";
        }
        if (qualifiers.size() == 1) {
            return qualifiers.iterator().next().keyword();
        }
        return qualifiers.stream().sorted().map(Qualifier::keyword).collect(Collectors.joining(" "));
    }
}
