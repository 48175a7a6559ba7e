package io.github.cffi4j.cdef;

/**
 * A cdef whose types another one uses.
 *
 * @param path tells it from all others
 * @param span where it is included
 */
public record IncludedCdef(String path, SourceText source, ParsedCdef cdef, Span span) {}
