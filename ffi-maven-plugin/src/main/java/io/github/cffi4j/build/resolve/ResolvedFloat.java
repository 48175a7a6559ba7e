package io.github.cffi4j.build.resolve;

import io.github.cffi4j.cdef.Span;

/** A floating type of which the platform says whether it is a float or a double: {@code typedef float... t;}. */
public record ResolvedFloat(String cName, Span nameSpan) {}
