package io.github.cffi4j.platform;

import java.util.Map;

/**
 * The macros of a row as text: names with blanks between them, each with its value behind a {@code =} unless that is 1. The first
 * tells the row apart from all others.
 */
final class Macros {
    private Macros() {}

    static String first(String text) {
        String first = text.split(" ", 2)[0];
        return first.split("=", 2)[0];
    }

    static void addTo(Map<String, Long> macros, String text) {
        for (String macro : text.split(" ")) {
            String[] parts = macro.split("=", 2);
            if (!parts[0].isEmpty()) {
                macros.put(parts[0], parts.length == 1 ? 1L : Long.parseLong(parts[1]));
            }
        }
    }
}
