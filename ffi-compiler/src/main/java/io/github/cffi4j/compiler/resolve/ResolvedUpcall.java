package io.github.cffi4j.compiler.resolve;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Span;
import io.github.cffi4j.compiler.resolve.ResolvedFunction.Parameter;
import java.util.List;

/**
 * A C function that Java implements: {@code extern "Java"}.
 *
 * @param exported whether other C files may call it ({@code extern "Java+C"})
 * @param declaration what the cdef says
 * @param pointerTypes the ids of the types of function pointers that may point to it
 */
public record ResolvedUpcall(
        String cName,
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
        return new ResolvedUpcall(cName, exported, function, result, parameters, nameSpan, declaration, types);
    }
}
