package io.github.cffi4j.generated;

import io.github.cffi4j.NativeLibraryNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the compilers said of a library on one platform: the values of the binding's layout, and the true names of what has
 * another name in C. The file has the tables of all platforms:
 * <pre>
 * cffi4j-abi 1 (fingerprint in hexadecimal digits)
 * for (classifiers)
 * open (names to try; the process itself if there is none)
 * values (all of the first table; of the others index=value where they differ)
 * names (name=symbol where they differ)
 * </pre>
 *
 * @param fingerprint of the cdef and the order of the values
 * @param candidates the names to open, in order; none for the process itself
 * @param values in the order of the binding
 * @param symbols by the name in C
 */
record SymbolTable(long fingerprint, List<String> candidates, long[] values, Map<String, String> symbols) {
    private static final String FORMAT = "cffi4j-abi 1 ";

    /** Reads the table of a platform. */
    static SymbolTable read(InputStream file, String classifier, String binding) throws IOException {
        // Without a reader, which has a dozen classes: they cost as much as a call by JNI.
        Lines lines = new Lines(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        String head = lines.next();
        if (head == null || !head.startsWith(FORMAT)) {
            throw new LinkageError(
                    binding + " was built by another cffi4j than this ffi-runtime; give both one version");
        }
        long fingerprint = Long.parseUnsignedLong(head.substring(FORMAT.length()), 16);
        long[] first = null;
        List<String> platforms = new ArrayList<>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            List<String> here = words(line);
            List<String> candidates = words(lines.next());
            List<String> values = words(lines.next());
            List<String> names = words(lines.next());
            long[] table = first == null ? numbers(values) : changed(first, values);
            first = first == null ? table : first;
            platforms.addAll(here);
            if (here.contains(classifier)) {
                return new SymbolTable(fingerprint, candidates, table, pairs(names));
            }
        }
        throw new NativeLibraryNotFoundException(binding + " was not built for " + classifier + "\n  it was built for: "
                + String.join(" ", platforms) + "\n  what to do:   ask for a build that has this platform");
    }

    /** The lines of a text. */
    private static final class Lines {
        private final String text;
        private int at;

        Lines(String text) {
            this.text = text;
        }

        /** Returns the next one; {@code null} at the end. */
        @Nullable String next() {
            if (at >= text.length()) {
                return null;
            }
            int end = text.indexOf('\n', at);
            String line = text.substring(at, end < 0 ? text.length() : end);
            at = end < 0 ? text.length() : end + 1;
            return line;
        }
    }

    /** The name that the loader knows. */
    String symbol(String cName) {
        return symbols.getOrDefault(cName, cName);
    }

    /** Without the first word, which says what the line is about. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        int start = line.indexOf(' ');
        while (start >= 0) {
            int end = line.indexOf(' ', start + 1);
            words.add(line.substring(start + 1, end < 0 ? line.length() : end));
            start = end;
        }
        return words;
    }

    private static long[] numbers(List<String> words) {
        long[] numbers = new long[words.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Long.parseLong(words.get(i));
        }
        return numbers;
    }

    private static long[] changed(long[] first, List<String> changes) {
        long[] numbers = first.clone();
        for (String change : changes) {
            int equals = change.indexOf('=');
            numbers[Integer.parseInt(change.substring(0, equals))] = Long.parseLong(change.substring(equals + 1));
        }
        return numbers;
    }

    private static Map<String, String> pairs(List<String> words) {
        Map<String, String> pairs = new HashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            pairs.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return pairs;
    }
}
