package io.github.cffi4j.build.resolve;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Span;
import java.util.List;

/**
 * A function that C implements and Java calls.
 *
 * @param variadic whether more arguments may follow the parameters
 * @param critical whether the cdef promises a short call that never calls back ({@code [[ffi::critical]]})
 * @param declaration the C text for the Javadoc
 * @param pointerTypes the interfaces of the function pointers that may point to it
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
        String declaration,
        List<String> pointerTypes) {

    public ResolvedFunction {
        parameters = List.copyOf(parameters);
        pointerTypes = List.copyOf(pointerTypes);
    }

    /** The same, with the types of pointers to it. */
    ResolvedFunction pointedToBy(List<String> types) {
        return new ResolvedFunction(
                cName, javaName, declaredResult, result, parameters, variadic, critical, nameSpan, declaration, types);
    }

    /**
     * A parameter.
     *
     * @param text whether C takes a string of characters of whatever width, so that Java may pass a {@code String}
     */
    public record Parameter(String javaName, CType declared, ResolvedType type, boolean text, Span span) {}
}
