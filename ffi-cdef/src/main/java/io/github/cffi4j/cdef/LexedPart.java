package io.github.cffi4j.cdef;

import io.github.cffi4j.platform.Platform;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A stretch of a cdef between two directives, and the directive that ends it.
 *
 * @param platforms those that see it
 * @param directive nothing for lines such as {@code #if}, which have had their effect, and at the end of the text
 */
record LexedPart(Set<Platform> platforms, List<Token> tokens, Optional<Directive> directive) {}
