package io.github.cffi4j.cdef;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The declarations found so far, and the names made up for those without one. */
final class DeclarationList {
    private final List<Declaration> declarations = new ArrayList<>();
    private final AnonymousTags anonymousTags;

    DeclarationList(AnonymousTags anonymousTags) {
        this.anonymousTags = anonymousTags;
    }

    /** Adds a declaration and tells its place in the list. */
    int add(Declaration declaration) {
        declarations.add(declaration);
        return declarations.size() - 1;
    }

    /** A made-up tag for the type that a keyword ({@code struct}, {@code enum}) begins. */
    String anonymousTag(Token keyword) {
        return anonymousTags.at(keyword.span().start());
    }

    /** Gives a struct, union or enum, if there is one, the span of the whole declaration that holds its body. */
    void widen(OptionalInt place, Span span) {
        if (place.isPresent()) {
            declarations.set(place.getAsInt(), spanning(declarations.get(place.getAsInt()), span));
        }
    }

    /** Adds a declaration, with the span of the whole that it is part of. */
    void add(Declaration declaration, Span span) {
        declarations.add(spanning(declaration, span));
    }

    private static Declaration spanning(Declaration declaration, Span span) {
        if (declaration instanceof Declaration.Function it) {
            return new Declaration.Function(it.name(), it.type(), it.linkage(), it.attributes(), it.nameSpan(), span);
        } else if (declaration instanceof Declaration.Composite it) {
            return new Declaration.Composite(
                    it.kind(), it.name(), it.body(), it.layout(), it.pack(), it.record(), it.nameSpan(), span);
        } else if (declaration instanceof Declaration.Typedef it) {
            return new Declaration.Typedef(it.name(), it.type(), it.nameSpan(), span);
        } else if (declaration instanceof Declaration.Enumeration it) {
            return new Declaration.Enumeration(
                    it.name(), it.enumerators(), it.partial(), it.sized(), it.nameSpan(), span);
        } else if (declaration instanceof Declaration.Constant it) {
            return new Declaration.Constant(it.name(), it.type(), it.value(), it.nameSpan(), span);
        } else if (declaration instanceof Declaration.Variable it) {
            return new Declaration.Variable(it.name(), it.type(), it.nameSpan(), span);
        }
        Declaration.Macro it = (Declaration.Macro) declaration;
        return new Declaration.Macro(it.name(), it.value(), it.nameSpan(), span);
    }

    List<Declaration> all() {
        return List.copyOf(declarations);
    }

    /** The names made up for the structs, unions and enums of a text that have none: each has one, whoever sees it. */
    static final class AnonymousTags {
        private final String path;
        private final Map<Integer, String> tags = new HashMap<>();

        /**
         * @param path tells the tags made up here from those of other texts
         */
        AnonymousTags(String path) {
            this.path = path;
        }

        /**
         * A tag that C cannot spell.
         *
         * @param offset where the type stands in the text
         */
        String at(int offset) {
            String known = tags.get(offset);
            if (known == null) {
                known = CType.Tagged.MADE_UP + path + (tags.size() + 1);
                tags.put(offset, known);
            }
            return known;
        }
    }
}
