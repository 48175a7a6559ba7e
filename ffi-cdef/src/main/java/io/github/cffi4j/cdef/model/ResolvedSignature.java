package io.github.cffi4j.cdef.model;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Span;
import io.github.cffi4j.cdef.model.ResolvedFunction.Parameter;
import java.util.List;

/**
 * The type of function pointers.
 *
 * @param id tells it from all others of the binding: its name or, if it has none, its place and its structure
 * @param name its name, or that of its place, for messages
 * @param pointer the C type of the pointer
 * @param named whether the C type has a name of its own
 * @param declaration what the cdef says
 * @param alike the ids of all types of function pointers that C takes for the same, this one among them
 */
public record ResolvedSignature(
        String id,
        String name,
        CType pointer,
        boolean named,
        CType.Function function,
        ResolvedType result,
        List<Parameter> parameters,
        Span nameSpan,
        Declared declaration,
        List<String> alike) {

    public ResolvedSignature {
        parameters = List.copyOf(parameters);
        alike = List.copyOf(alike);
    }

    /** The same, with the types that are the same to C. */
    public ResolvedSignature alike(List<String> types) {
        return new ResolvedSignature(
                id, name, pointer, named, function, result, parameters, nameSpan, declaration, types);
    }
}
