package io.github.cffi4j.cdef;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The typedef names known at a place of a cdef: C cannot be parsed without them. */
final class TypeNames {
    /** Keywords that begin types: they are mistyped like any other name. */
    private static final List<String> WORDS = List.of(
            "void",
            "char",
            "short",
            "int",
            "long",
            "float",
            "double",
            "signed",
            "unsigned",
            "struct",
            "union",
            "enum",
            "const");

    private final Set<String> known = new LinkedHashSet<>(PredefinedTypes.NAMES);
    private final Map<String, String> tags = new HashMap<>();
    private final Set<String> reported = new HashSet<>();

    void declare(String name) {
        known.add(name);
    }

    /** Remembers a tag, as in {@code struct name}: without its keyword it is no type in C. */
    void mention(Token keyword, Token tag) {
        tags.putIfAbsent(tag.text(), keyword.text() + " " + tag.text());
    }

    boolean contains(String name) {
        return known.contains(name);
    }

    boolean contains(Token token) {
        return token.isName() && known.contains(token.text());
    }

    /** Reports a name that stands where a type must, once. */
    void reportUnknown(Token name, Diagnostics diagnostics) {
        if (reported.add(name.text())) {
            diagnostics.error(unknown(name));
        }
    }

    /** Reports a word in front of a type, once: libraries write the same one before each function. */
    void reportMacro(Token word, Diagnostics diagnostics) {
        if (reported.add(word.text())) {
            diagnostics.error(
                    word.span(),
                    "'" + word.text() + "' is not known, and macros are not expanded in a cdef",
                    "remove it wherever it stands, or write what it stands for");
        }
    }

    private Diagnostic unknown(Token name) {
        return Diagnostic.of(name.span(), "unknown type '" + name.text() + "'", fix(name));
    }

    private String fix(Token name) {
        if (tags.containsKey(name.text())) {
            return "write '" + tags.get(name.text()) + "'";
        }
        String declaration = "declare it first, as in 'typedef ... " + name.text() + ";' or 'typedef int... "
                + name.text() + ";' (the dots are meant literally)";
        return near(name.text())
                .map(near -> "did you mean '" + near + "'? Otherwise " + declaration)
                .orElse(declaration);
    }

    private Optional<String> near(String name) {
        int most = name.length() <= 3 ? 1 : 2;
        return known.stream()
                .filter(candidate -> distance(candidate, name) <= most)
                .min(Comparator.comparingInt(candidate -> distance(candidate, name)))
                .or(() -> WORDS.stream().filter(word -> mistyped(word, name)).findFirst());
    }

    /** Lengths that are far apart are told without looking at the letters. */
    private static int distance(String candidate, String name) {
        int apart = Math.abs(candidate.length() - name.length());
        return apart > 2 ? apart : EditDistance.between(candidate, name);
    }

    /** Keywords are short, and 'count' is none: one letter is wrong, or their order. */
    private static boolean mistyped(String word, String name) {
        return distance(word, name) <= 1
                || distance(word, name) == 2 && letters(word).equals(letters(name));
    }

    private static List<Integer> letters(String word) {
        return word.chars().sorted().boxed().toList();
    }
}
