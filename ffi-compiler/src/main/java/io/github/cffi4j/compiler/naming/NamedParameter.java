package io.github.cffi4j.compiler.naming;

import io.github.cffi4j.cdef.model.ResolvedFunction.Parameter;
import io.github.cffi4j.cdef.model.ResolvedType;

/**
 * A parameter with the name of its variable in Java.
 *
 * @param parameter the C parameter
 * @param javaName the variable
 */
public record NamedParameter(Parameter parameter, String javaName) {
    /** The C type. */
    public ResolvedType type() {
        return parameter.type();
    }
}
