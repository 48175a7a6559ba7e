package io.github.cffi4j.cdef;

import java.util.Optional;

/** Finds the cdefs that others include: {@code #include "Base.cdef"}. */
@FunctionalInterface
public interface IncludedTexts {
    /** There is nothing to include. */
    IncludedTexts NONE = new IncludedTexts() {
        @Override
        public Optional<IncludedText> find(String includer, String written) {
            return Optional.empty();
        }
    };

    /**
     * The cdef that an {@code #include} means.
     *
     * @param includer the path of the cdef it stands in
     * @param written what stands between the quotes
     */
    Optional<IncludedText> find(String includer, String written);

    /**
     * A cdef to include.
     *
     * @param path tells it from all others, however it was written
     */
    record IncludedText(String path, SourceText source) {}
}
