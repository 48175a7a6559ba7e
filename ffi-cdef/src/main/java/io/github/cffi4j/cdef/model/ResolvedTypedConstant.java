package io.github.cffi4j.cdef.model;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Span;
import java.util.Optional;

/**
 * A constant with a type, such as {@code static const double PI;}: its value is read once.
 *
 * @param claim the value the cdef claims, as C text
 */
public record ResolvedTypedConstant(
        String cName, CType declared, ResolvedType type, Optional<String> claim, Span nameSpan, Declared declaration) {}
