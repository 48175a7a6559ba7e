package io.github.cffi4j.cdef;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows the primitive that a group of keywords names, in whatever order they stand. */
final class PrimitiveSpelling {
    /** By their words in alphabetical order. */
    private static final Map<String, Primitive> PRIMITIVES = spellings();

    private static final Set<Primitive> FLOATING = Set.of(Primitive.FLOAT, Primitive.DOUBLE);
    private static final Set<Primitive> INTEGER = Set.of(
            Primitive.CHAR,
            Primitive.SIGNED_CHAR,
            Primitive.UNSIGNED_CHAR,
            Primitive.SHORT,
            Primitive.UNSIGNED_SHORT,
            Primitive.INT,
            Primitive.UNSIGNED_INT,
            Primitive.LONG,
            Primitive.UNSIGNED_LONG,
            Primitive.LONG_LONG,
            Primitive.UNSIGNED_LONG_LONG);

    private PrimitiveSpelling() {}

    static Optional<Primitive> of(List<String> words) {
        return Optional.ofNullable(PRIMITIVES.get(sorted(words)));
    }

    /** What {@code int...} and {@code float...} leave to the C compiler; nothing for other types. */
    static Optional<CType.InferredKind> inferred(Primitive primitive) {
        if (INTEGER.contains(primitive)) {
            return Optional.of(CType.InferredKind.INTEGER);
        }
        return FLOATING.contains(primitive) ? Optional.of(CType.InferredKind.FLOATING) : Optional.empty();
    }

    private static String sorted(List<String> words) {
        if (words.size() == 1) {
            return words.get(0);
        }
        List<String> sorted = new ArrayList<>(words);
        Collections.sort(sorted);
        return String.join(" ", sorted);
    }

    private static Map<String, Primitive> spellings() {
        Map<String, Primitive> spellings = new HashMap<>();
        for (Primitive primitive : Primitive.values()) {
            spellings.put(sorted(Arrays.asList(primitive.spelling().split(" "))), primitive);
        }
        add(spellings, Primitive.INT, "signed", "int signed");
        add(spellings, Primitive.UNSIGNED_INT, "unsigned");
        add(spellings, Primitive.SHORT, "int short", "short signed", "int short signed");
        add(spellings, Primitive.UNSIGNED_SHORT, "int short unsigned");
        add(spellings, Primitive.LONG, "int long", "long signed", "int long signed");
        add(spellings, Primitive.UNSIGNED_LONG, "int long unsigned");
        add(spellings, Primitive.LONG_LONG, "int long long", "long long signed", "int long long signed");
        add(spellings, Primitive.UNSIGNED_LONG_LONG, "int long long unsigned");
        return spellings;
    }

    private static void add(Map<String, Primitive> spellings, Primitive primitive, String... sorted) {
        for (String spelling : sorted) {
            spellings.put(spelling, primitive);
        }
    }
}
