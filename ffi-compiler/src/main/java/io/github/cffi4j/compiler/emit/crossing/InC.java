package io.github.cffi4j.compiler.emit.crossing;

import java.util.Optional;

/**
 * What crosses as an argument in C.
 *
 * @param expression the argument
 * @param declaration what declares a variable for it, if it cannot do without
 */
public record InC(String expression, Optional<String> declaration) {
    static InC of(String expression) {
        return new InC(expression, Optional.empty());
    }
}
