package io.github.cffi4j.compiler.header;

import java.util.TreeMap;

/** Says where the lines of a preprocessed text come from. */
final class PreprocessedLines {
    private final TreeMap<Integer, Start> starts = new TreeMap<>();

    /** The line of a file from which a part of the text comes. */
    private record Start(String file, int line) {}

    /** Notes that a part of the text, from a line of it, comes from a file, from a line of that. */
    void add(int from, String file, int line) {
        starts.put(from, new Start(file, line));
    }

    String file(int line) {
        return starts.isEmpty() || starts.floorKey(line) == null
                ? ""
                : starts.floorEntry(line).getValue().file();
    }

    int line(int line) {
        var start = starts.floorEntry(line);
        return start == null ? line : start.getValue().line() + line - start.getKey();
    }
}
