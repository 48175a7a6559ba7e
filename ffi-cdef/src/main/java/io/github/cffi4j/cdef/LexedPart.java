package io.github.cffi4j.cdef;

import java.util.List;
import java.util.Optional;

/**
 * A stretch of a cdef between two directives, and the directive that ends it.
 *
 * @param platforms those that see it
 * @param directive nothing for lines such as {@code #if}, which have had their effect, and at the end of the text
 */
record LexedPart(PlatformSet platforms, List<Token> tokens, Optional<Directive> directive) {}
