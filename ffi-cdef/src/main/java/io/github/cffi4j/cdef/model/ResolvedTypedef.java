package io.github.cffi4j.cdef.model;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Span;

/**
 * What a typedef stands for.
 *
 * @param declared what the cdef says of it
 */
public record ResolvedTypedef(String cName, CType declared, ResolvedType type, Span nameSpan) {}
