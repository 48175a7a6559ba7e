package io.github.cffi4j.cdef;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What stands before the declarators.
 *
 * @param storage {@code typedef}, {@code static} and the like
 * @param tagName where the tag of a struct, union or enum stands
 * @param definition the place in the {@link DeclarationList} of the struct, union or enum whose body stands here
 */
record Specifiers(
        CType type,
        Optional<Token> storage,
        Optional<Modifier.Convention> convention,
        OptionalInt definition,
        Span tagName,
        Span span) {

    boolean typedef() {
        return storage.filter(word -> word.is("typedef")).isPresent();
    }
}
