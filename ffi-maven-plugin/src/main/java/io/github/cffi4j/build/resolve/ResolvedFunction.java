package io.github.cffi4j.build.resolve;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Span;
import java.util.List;
import java.util.Optional;

/**
 * A function that C implements and Java calls.
 *
 * @param variadic whether more arguments may follow the parameters
 * @param critical whether the cdef promises a short call that never calls back ({@code [[ffi::critical]]})
 * @param declaration the C text for the Javadoc
 */
public record ResolvedFunction(
        String cName,
        String javaName,
        CType declaredResult,
        ResolvedType result,
        List<Parameter> parameters,
        boolean variadic,
        boolean critical,
        Span nameSpan,
        String declaration) {

    public ResolvedFunction {
        parameters = List.copyOf(parameters);
    }

    /**
     * A parameter.
     *
     * @param text whether C takes a string of characters of whatever width, so that Java may pass a {@code String}
     * @param array the array that it is declared as, if its length is a constant: C reads or writes as much
     */
    public record Parameter(
            String javaName, CType declared, ResolvedType type, boolean text, Optional<CType> array, Span span) {}
}
