package io.github.cffi4j.cdef.model;

import io.github.cffi4j.cdef.Span;
import java.util.List;

/**
 * An enum type. Its enumerators are constants of the binding.
 *
 * @param cName how C spells the type, or empty where C has no name for it
 * @param enumerators the C names of its enumerators
 */
public record ResolvedEnum(String cName, List<String> enumerators, Span nameSpan) {}
