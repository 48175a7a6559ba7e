package io.github.cffi4j.compiler.importer;

import io.github.cffi4j.platform.Platform;
import io.github.cffi4j.platform.PredefinedMacros;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds one integer type of C for types that have other names on other platforms. */
final class IntegerTypes {
    private static final List<String> CANDIDATES = List.of(
            "int",
            "unsigned int",
            "long",
            "unsigned long",
            "size_t",
            "long long",
            "unsigned long long",
            "short",
            "unsigned short",
            "signed char",
            "unsigned char");

    private IntegerTypes() {}

    /** The sign and size of a type, such as {@code u8} for an unsigned one of 8 bytes; empty if it is no integer. */
    static String of(String words, Platform platform) {
        Set<String> set = new TreeSet<>(List.of(words.split(" ")));
        if (set.contains("void") || set.contains("float") || set.contains("double") || set.contains("_Bool")) {
            return "";
        }
        String sign = set.contains("unsigned") ? "u" : "s";
        if (set.contains("char")) {
            return set.contains("unsigned") || set.contains("signed") ? sign + "1" : "";
        } else if (set.contains("short")) {
            return sign + "2";
        } else if (words.indexOf("long") != words.lastIndexOf("long")) {
            return sign + "8";
        } else if (set.contains("long")) {
            return sign + platform.longBytes();
        }
        return set.contains("int") || set.contains("unsigned") || set.contains("signed") ? sign + "4" : "";
    }

    /** A type that is the same as others on their platforms, if there is one. */
    static Optional<String> common(Map<Platform, String> types) {
        if (types.containsValue("")) {
            return Optional.empty();
        }
        return CANDIDATES.stream()
                .filter(candidate -> types.entrySet().stream()
                        .allMatch(entry -> is(candidate, entry.getKey()).equals(entry.getValue())))
                .findFirst();
    }

    private static String is(String candidate, Platform platform) {
        return candidate.equals("size_t")
                ? "u" + PredefinedMacros.of(platform).get("__SIZEOF_POINTER__")
                : of(candidate, platform);
    }
}
