package io.github.cffi4j.compiler.resolve;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Span;
import java.util.Optional;

/**
 * A constant with a type, such as {@code static const double PI;}: read once, when the Java class is initialised.
 *
 * @param claim the value the cdef claims, as C text
 */
public record ResolvedTypedConstant(
        String cName,
        String javaName,
        CType declared,
        ResolvedType type,
        Optional<String> claim,
        Span nameSpan,
        Declared declaration) {

    /** The same under another Java name. */
    ResolvedTypedConstant named(String name) {
        return new ResolvedTypedConstant(cName, name, declared, type, claim, nameSpan, declaration);
    }
}
