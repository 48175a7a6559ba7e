package io.github.cffi4j.compiler.compile;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a link went.
 *
 * @param parts what came out of zig's own folder
 */
record LinkResult(LinkMode mode, Set<RuntimePart> parts) {
    LinkResult {
        parts = Set.copyOf(parts);
    }

    /** Reads what {@link #note} wrote. */
    static LinkResult ofNote(String note) {
        String[] words = note.split(" ");
        Set<RuntimePart> parts = EnumSet.noneOf(RuntimePart.class);
        Arrays.stream(words).skip(1).map(RuntimePart::valueOf).forEach(parts::add);
        return new LinkResult(LinkMode.valueOf(words[0]), parts);
    }

    /** One line, for builds that need not link again. */
    String note() {
        return mode + parts.stream().sorted().map(part -> " " + part).collect(Collectors.joining());
    }
}
