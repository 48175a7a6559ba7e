package io.github.cffi4j.cdef.model;

import io.github.cffi4j.cdef.Span;
import java.util.Optional;

/**
 * An integer constant: a macro or an enumerator. Its values are asked of the C compiler.
 *
 * @param cName the C name
 * @param claim the value the cdef claims, as C text; nothing where the compiler tells
 * @param nameSpan where the name stands
 * @param declaration what the cdef says
 */
public record ResolvedConstant(String cName, Optional<String> claim, Span nameSpan, Declared declaration) {}
