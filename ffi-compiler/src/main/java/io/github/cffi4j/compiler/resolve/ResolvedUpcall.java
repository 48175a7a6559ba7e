package io.github.cffi4j.compiler.resolve;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Span;
import io.github.cffi4j.compiler.resolve.ResolvedFunction.Parameter;
import java.util.List;

/**
 * A C function that Java implements: {@code extern "Java"}.
 *
 * @param javaName the functional interface, and the field that holds the code
 * @param methodName the method that gives the function's address
 * @param exported whether other C files may call it ({@code extern "Java+C"})
 * @param declaration what the cdef says, for the Javadoc
 * @param pointerTypes the interfaces of the function pointers that may point to it
 */
public record ResolvedUpcall(
        String cName,
        String javaName,
        String methodName,
        boolean exported,
        CType.Function function,
        ResolvedType result,
        List<Parameter> parameters,
        Span nameSpan,
        Declared declaration,
        List<String> pointerTypes) {

    public ResolvedUpcall {
        parameters = List.copyOf(parameters);
        pointerTypes = List.copyOf(pointerTypes);
    }

    /** The same, with the types of pointers to it. */
    ResolvedUpcall pointedToBy(List<String> types) {
        return new ResolvedUpcall(
                cName, javaName, methodName, exported, function, result, parameters, nameSpan, declaration, types);
    }
}
