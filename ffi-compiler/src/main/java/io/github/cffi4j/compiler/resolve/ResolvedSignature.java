package io.github.cffi4j.compiler.resolve;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Span;
import io.github.cffi4j.compiler.resolve.ResolvedFunction.Parameter;
import java.util.List;

/**
 * The type of function pointers. In Java a functional interface: a lambda, or a pointer that C gave.
 *
 * @param javaName the interface
 * @param pointer the C type of the pointer
 * @param named whether the C type has a name of its own
 * @param declaration what the cdef says, for the Javadoc
 * @param alike the interfaces of all types of function pointers that C takes for the same, this one among them
 */
public record ResolvedSignature(
        String javaName,
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
    ResolvedSignature alike(List<String> types) {
        return new ResolvedSignature(
                javaName, pointer, named, function, result, parameters, nameSpan, declaration, types);
    }
}
