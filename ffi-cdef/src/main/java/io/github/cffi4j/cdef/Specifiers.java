package io.github.cffi4j.cdef;

import io.github.cffi4j.cdef.Declarator.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What stands before the declarators.
 *
 * @param layout attributes that change how fields lie in memory
 * @param storage {@code typedef}, {@code static} and the like
 * @param tagName where the tag of a struct, union or enum stands
 * @param definition the place in the {@link DeclarationList} of the struct, union or enum whose body stands here
 */
record Specifiers(
        CType type,
        List<String> layout,
        Optional<Token> storage,
        Optional<Modifier.Convention> convention,
        OptionalInt definition,
        Span tagName,
        Span span) {

    boolean typedef() {
        return storage.isPresent() && storage.get().is("typedef");
    }

    /** Where a type and its declarator stand: it settles what they may hold. */
    enum Place {
        TOP_LEVEL,
        FIELD,
        PARAMETER,
        /** In a cast or {@code sizeof}: a type without a name. */
        TYPE_NAME
    }
}
