package io.github.cffi4j.build.resolve;

import io.github.cffi4j.cdef.Declaration;
import java.util.Optional;

/** What the cdef says of an enumerator's value, as C text. */
final class EnumeratorClaims {

    private EnumeratorClaims() {}

    /**
     * @param previous the enumerator before it in the same enum
     */
    static Optional<String> claim(Declaration.EnumeratorValue value, Optional<String> previous) {
        if (value instanceof Declaration.EnumeratorValue.Given given) {
            return Optional.of(given.expression().text());
        } else if (value instanceof Declaration.EnumeratorValue.Next) {
            return Optional.of(previous.map(name -> name + " + 1").orElse("0"));
        }
        return Optional.empty();
    }
}
