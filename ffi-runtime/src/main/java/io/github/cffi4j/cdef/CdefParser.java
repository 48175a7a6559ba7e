package io.github.cffi4j.cdef;

/**
 * Reads cdefs.
 *
 * <p>Thread-safe. Time and memory grow linearly with the text.
 */
public final class CdefParser {

    private CdefParser() {}

    /**
     * Parses one cdef that includes no others.
     *
     * @throws CdefException with the errors found, at most 20
     */
    public static ParsedCdef parse(SourceText source) throws CdefException {
        return parse(source, "", IncludedTexts.NONE);
    }

    /**
     * Parses one cdef, and those it includes.
     *
     * @param path tells it from all others, as those to include are told
     * @throws CdefException with the errors found, at most 20
     */
    public static ParsedCdef parse(SourceText source, String path, IncludedTexts included) throws CdefException {
        return new IncludeParser(included).parse(source, path);
    }
}
