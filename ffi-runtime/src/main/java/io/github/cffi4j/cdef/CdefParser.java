package io.github.cffi4j.cdef;

/** Reads cdefs. */
public final class CdefParser {

    private CdefParser() {}

    /**
     * Parses one cdef.
     *
     * @throws CdefException with every error found
     */
    public static ParsedCdef parse(SourceText source) throws CdefException {
        throw new UnsupportedOperationException();
    }
}
