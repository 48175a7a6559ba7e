package io.github.cffi4j.build.resolve;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.CType.ArrayLength;
import io.github.cffi4j.cdef.Qualifier;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes types as C does, inside out: {@code declare(pointer to array of 3 int, "p")} is {@code int (*p)[3]}.
 *
 * @param anonymous the C names of types without a tag, by the tag the parser made up
 */
public record CSpelling(Map<String, String> anonymous) {

    public CSpelling {
        anonymous = Map.copyOf(anonymous);
    }

    /** The type by itself, as a cast needs it. */
    public String typeName(CType type) {
        return declare(type, "").strip();
    }

    /** A declaration of {@code name} with the type, without the semicolon. */
    public String declare(CType type, String name) {
        if (type instanceof CType.Keyword keyword) {
            return qualified(keyword.qualifiers(), keyword.primitive().spelling(), name);
        } else if (type instanceof CType.Named named) {
            return qualified(named.qualifiers(), named.name().equals("bool") ? "_Bool" : named.name(), name);
        } else if (type instanceof CType.Tagged tagged) {
            return qualified(tagged.qualifiers(), tagged(tagged), name);
        } else if (type instanceof CType.Pointer pointer) {
            String qualifiers = keywords(pointer.qualifiers());
            String declarator = "*" + qualifiers + (qualifiers.isEmpty() || name.isEmpty() ? "" : " ") + name;
            boolean grouped = pointer.target() instanceof CType.Array || pointer.target() instanceof CType.Function;
            return declare(pointer.target(), grouped ? "(" + declarator + ")" : declarator);
        } else if (type instanceof CType.Array array) {
            return declare(array.element(), name + "[" + length(array.length()) + "]");
        } else if (type instanceof CType.Function function) {
            return declare(function.result(), name + "(" + parameters(function) + ")");
        }
        throw new IllegalArgumentException("C has no spelling for " + type);
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
        String listed = function.parameters().stream()
                .map(parameter ->
                        declare(parameter.type(), parameter.name().orElse("")).strip())
                .collect(Collectors.joining(", "));
        if (function.variadic()) {
            return listed + ", ...";
        }
        return listed.isEmpty() ? "void" : listed;
    }

    private static String length(ArrayLength length) {
        return length instanceof ArrayLength.Fixed fixed
                ? fixed.expression().span().text()
                : "";
    }

    private static String qualified(Set<Qualifier> qualifiers, String type, String name) {
        String keywords = keywords(qualifiers);
        return (keywords.isEmpty() ? "" : keywords + " ") + type + (name.isEmpty() ? "" : " " + name);
    }

    private static String keywords(Set<Qualifier> qualifiers) {
        return qualifiers.stream().sorted().map(Qualifier::keyword).collect(Collectors.joining(" "));
    }
}
