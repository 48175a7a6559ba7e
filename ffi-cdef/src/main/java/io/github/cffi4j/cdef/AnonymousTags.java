package io.github.cffi4j.cdef;

import java.util.HashMap;
import java.util.Map;

/** The names made up for the structs, unions and enums of a text that have none: each has one, whoever sees it. */
final class AnonymousTags {
    private final String path;
    private final Map<Integer, String> tags = new HashMap<>();

    /**
     * @param path tells the tags made up here from those of other texts
     */
    AnonymousTags(String path) {
        this.path = path;
    }

    /**
     * A tag that C cannot spell.
     *
     * @param offset where the type stands in the text
     */
    String at(int offset) {
        String known = tags.get(offset);
        if (known == null) {
            known = CType.Tagged.MADE_UP + path + (tags.size() + 1);
            tags.put(offset, known);
        }
        return known;
    }
}
