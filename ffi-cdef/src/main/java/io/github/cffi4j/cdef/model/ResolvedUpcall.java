package io.github.cffi4j.cdef.model;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Span;
import io.github.cffi4j.cdef.model.ResolvedFunction.Parameter;
import java.util.List;

/**
 * A C function that the language implements which binds C: of {@link io.github.cffi4j.cdef.Declaration.Linkage} other than C.
 *
 * @param exported whether other C files may call it
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
    public ResolvedUpcall pointedToBy(List<String> types) {
        return new ResolvedUpcall(cName, exported, function, result, parameters, nameSpan, declaration, types);
    }
}
