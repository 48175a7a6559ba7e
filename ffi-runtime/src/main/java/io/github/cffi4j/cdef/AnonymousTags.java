package io.github.cffi4j.cdef;

import java.util.HashMap;
import java.util.Map;

/** The names made up for structs, unions and enums that have none; the same for the same one in all variants of a cdef. */
final class AnonymousTags {
    private final Map<Integer, String> tags = new HashMap<>();

    /**
     * A tag that C cannot spell.
     *
     * @param offset where the type stands in the cdef
     */
    String at(int offset) {
        return tags.computeIfAbsent(offset, key -> "$" + (tags.size() + 1));
    }
}
