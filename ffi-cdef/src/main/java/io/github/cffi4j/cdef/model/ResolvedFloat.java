package io.github.cffi4j.cdef.model;

import io.github.cffi4j.cdef.Span;
import java.util.Optional;

/**
 * A floating type whose format is the platform's: {@code long double}, {@code typedef float... t}.
 *
 * @param type its name
 * @param behindPointer whether something points to it, or it is in an array
 * @param nameSpan the typedef's name, where the cdef declares the type itself
 */
public record ResolvedFloat(ResolvedType.PlatformFloat type, boolean behindPointer, Optional<Span> nameSpan) {}
