package io.github.cffi4j.compiler.importer;

import io.github.cffi4j.cdef.ConditionalCdef;
import io.github.cffi4j.cdef.Declaration;
import io.github.cffi4j.cdef.IncludedCdef;
import io.github.cffi4j.cdef.ParsedCdef;
import java.util.HashSet;
import java.util.Set;

/**
 * The names that an author declares outside the imported part: they win.
 *
 * @param names of functions, variables, typedefs, constants and enumerators
 * @param tags of structs, unions and enums
 */
record AuthorNames(Set<String> names, Set<String> tags) {

    static AuthorNames of(ConditionalCdef cdef) {
        AuthorNames found = new AuthorNames(new HashSet<>(), new HashSet<>());
        cdef.variants().forEach(variant -> found.add(variant.cdef()));
        return found;
    }

    private void add(ParsedCdef cdef) {
        for (IncludedCdef included : cdef.includes()) {
            add(included.cdef());
        }
        for (Declaration declaration : cdef.declarations()) {
            if (declaration instanceof Declaration.Composite composite) {
                tags.add(composite.name());
            } else if (declaration instanceof Declaration.Enumeration enumeration) {
                tags.add(enumeration.name());
                enumeration.enumerators().forEach(enumerator -> names.add(enumerator.name()));
            } else {
                names.add(declaration.name());
            }
        }
    }
}
