package io.github.cffi4j.cdef.model;

import io.github.cffi4j.cdef.Declaration.Enumerator;
import io.github.cffi4j.cdef.Declaration.EnumeratorValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the cdef says of the values of an enum, as C text. It counts from what the cdef says itself: an error in one value
 * is one in those that are counted from it.
 */
public final class EnumeratorClaims {
    private String base = "0";
    private int steps = -1;

    private EnumeratorClaims() {}

    /** The claims of all enumerators, in their order; nothing where the compiler tells. */
    public static List<Optional<String>> of(List<Enumerator> enumerators) {
        EnumeratorClaims counter = new EnumeratorClaims();
        List<Optional<String>> claims = new ArrayList<>();
        enumerators.forEach(enumerator -> claims.add(counter.claim(enumerator)));
        return claims;
    }

    private Optional<String> claim(Enumerator enumerator) {
        steps++;
        if (enumerator.value() instanceof EnumeratorValue.Given given) {
            base = given.expression().text();
            steps = 0;
        }
        // In an enum with dots nothing is counted: all that has no value of its own comes from the compiler.
        return enumerator.value() instanceof EnumeratorValue.FromCompiler ? Optional.empty() : Optional.of(text());
    }

    /** Wide, or the one after INT_MAX would be below it. */
    private String text() {
        return base.equals("0") ? String.valueOf(steps) : steps == 0 ? base : "(long long)(" + base + ") + " + steps;
    }
}
