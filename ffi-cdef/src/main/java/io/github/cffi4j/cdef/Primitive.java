package io.github.cffi4j.cdef;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The types C spells with keywords. Names such as {@code size_t} and {@code int32_t} are typedef names, not these. */
public enum Primitive {
    VOID("void"),
    BOOL("_Bool"),
    CHAR("char"),
    SIGNED_CHAR("signed char"),
    UNSIGNED_CHAR("unsigned char"),
    SHORT("short"),
    UNSIGNED_SHORT("unsigned short"),
    INT("int"),
    UNSIGNED_INT("unsigned int"),
    LONG("long"),
    UNSIGNED_LONG("unsigned long"),
    LONG_LONG("long long"),
    UNSIGNED_LONG_LONG("unsigned long long"),
    FLOAT("float"),
    DOUBLE("double"),
    LONG_DOUBLE("long double"),
    FLOAT_COMPLEX("float _Complex"),
    DOUBLE_COMPLEX("double _Complex"),
    LONG_DOUBLE_COMPLEX("long double _Complex");

    /** By their words in alphabetical order. */
    private static final Map<String, Primitive> PRIMITIVES = spellings();

    private final String spelling;

    Primitive(String spelling) {
        this.spelling = spelling;
    }

    /** How C spells it. */
    public String spelling() {
        return spelling;
    }

    /** The primitive that a group of keywords names, in whatever order they stand. */
    static Optional<Primitive> of(List<String> words) {
        return Optional.ofNullable(PRIMITIVES.get(sorted(words)));
    }

    /** Returns the facts that {@code int...} and {@code float...} leave to the C compiler; nothing for other types. */
    Optional<CType.InferredKind> inferred() {
        if (this == FLOAT || this == DOUBLE) {
            return Optional.of(CType.InferredKind.FLOATING);
        }
        return compareTo(CHAR) >= 0 && compareTo(UNSIGNED_LONG_LONG) <= 0
                ? Optional.of(CType.InferredKind.INTEGER)
                : Optional.empty();
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
        for (Primitive primitive : values()) {
            spellings.put(sorted(Arrays.asList(primitive.spelling().split(" "))), primitive);
        }
        add(spellings, INT, "signed", "int signed");
        add(spellings, UNSIGNED_INT, "unsigned");
        add(spellings, SHORT, "int short", "short signed", "int short signed");
        add(spellings, UNSIGNED_SHORT, "int short unsigned");
        add(spellings, LONG, "int long", "long signed", "int long signed");
        add(spellings, UNSIGNED_LONG, "int long unsigned");
        add(spellings, LONG_LONG, "int long long", "long long signed", "int long long signed");
        add(spellings, UNSIGNED_LONG_LONG, "int long long unsigned");
        return spellings;
    }

    private static void add(Map<String, Primitive> spellings, Primitive primitive, String... sorted) {
        for (String spelling : sorted) {
            spellings.put(spelling, primitive);
        }
    }
}
