package io.github.cffi4j.cdef;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The typedef names known at a place of a cdef: C cannot be parsed without them. */
final class TypeNames {
    private final Set<String> known = new LinkedHashSet<>(PredefinedTypes.NAMES);
    private final Set<String> reported = new HashSet<>();

    void declare(String name) {
        known.add(name);
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

    private Diagnostic unknown(Token name) {
        String declaration = "declare it first, as in 'typedef ... " + name.text() + ";' or 'typedef int... "
                + name.text() + ";' (the dots are meant literally)";
        String fix = near(name.text())
                .map(near -> "did you mean '" + near + "'? Otherwise " + declaration)
                .orElse(declaration);
        return Diagnostic.of(name.span(), "unknown type '" + name.text() + "'", fix);
    }

    private Optional<String> near(String name) {
        int most = name.length() <= 3 ? 1 : 2;
        return known.stream()
                .filter(candidate -> Math.abs(candidate.length() - name.length()) <= most)
                .filter(candidate -> EditDistance.between(candidate, name) <= most)
                .min(Comparator.comparingInt(candidate -> EditDistance.between(candidate, name)));
    }
}
