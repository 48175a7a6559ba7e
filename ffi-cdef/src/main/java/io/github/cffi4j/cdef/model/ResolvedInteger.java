package io.github.cffi4j.cdef.model;

import io.github.cffi4j.cdef.Span;
import java.util.Optional;

/**
 * An integer type whose width and sign are the platform's.
 *
 * @param type its name
 * @param behindPointer whether something points to it, or it is in an array
 * @param nameSpan the typedef's name, where the cdef declares the type itself ({@code typedef int... t;})
 */
public record ResolvedInteger(ResolvedType.PlatformInteger type, boolean behindPointer, Optional<Span> nameSpan) {}
