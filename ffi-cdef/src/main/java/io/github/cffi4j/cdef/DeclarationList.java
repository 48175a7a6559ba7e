package io.github.cffi4j.cdef;

import java.util.ArrayList;
import java.util.List;

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

    /** Gives a struct, union or enum the span of the whole declaration that holds its body. */
    void widen(int place, Span span) {
        Declaration declaration = declarations.get(place);
        if (declaration instanceof Declaration.Composite composite) {
            declarations.set(
                    place,
                    new Declaration.Composite(
                            composite.kind(),
                            composite.name(),
                            composite.body(),
                            composite.layout(),
                            composite.pack(),
                            composite.record(),
                            composite.nameSpan(),
                            span));
        } else if (declaration instanceof Declaration.Enumeration enumeration) {
            declarations.set(
                    place,
                    new Declaration.Enumeration(
                            enumeration.name(),
                            enumeration.enumerators(),
                            enumeration.partial(),
                            enumeration.nameSpan(),
                            span));
        }
    }

    List<Declaration> all() {
        return List.copyOf(declarations);
    }
}
