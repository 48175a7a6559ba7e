package io.github.cffi4j.compiler.header;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds macros that would tear the line apart in which they stand, such as {@code #define BEGIN extern "C" {}. */
final class MacroBodies {
    private static final Pattern TOKEN = Pattern.compile(
            "\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)*+'|(?<name>[\\p{L}_$][\\p{L}\\p{N}_$]*+)|(?<mark>[()\\[\\]{};\"'#@\\\\])");
    private static final Set<String> WORDS =
            Set.of("_Pragma", "asm", "__asm__", "__asm", "static_assert", "_Static_assert");

    private MacroBodies() {}

    /**
     * The names of the macros that leave a bracket open or end a declaration, themselves or by macros in them.
     *
     * @param bodies the bodies of all macros, by their names
     */
    static Set<String> torn(Map<String, String> bodies) {
        Map<String, List<String>> users = new HashMap<>();
        Deque<String> found = new ArrayDeque<>();
        bodies.forEach((name, body) -> {
            if (isTorn(name, body, users)) {
                found.add(name);
            }
        });
        Set<String> torn = new LinkedHashSet<>();
        while (!found.isEmpty()) {
            String name = found.remove();
            if (torn.add(name)) {
                found.addAll(users.getOrDefault(name, List.of()));
            }
        }
        return torn;
    }

    /** Looks at one body; notes by which macros others are used. */
    private static boolean isTorn(String name, String body, Map<String, List<String>> users) {
        Deque<Character> open = new ArrayDeque<>();
        boolean torn = false;
        Matcher token = TOKEN.matcher(body);
        while (token.find()) {
            if (token.group("name") != null) {
                torn |= WORDS.contains(token.group("name"));
                users.computeIfAbsent(token.group("name"), key -> new ArrayList<>())
                        .add(name);
            } else if (token.group("mark") != null) {
                torn |= !fits(token.group("mark").charAt(0), open);
            }
        }
        return torn || !open.isEmpty();
    }

    private static boolean fits(char mark, Deque<Character> open) {
        switch (mark) {
            case '(' -> open.push(')');
            case '[' -> open.push(']');
            case '{' -> open.push('}');
            case ')', ']', '}' -> {
                return !open.isEmpty() && open.pop() == mark;
            }
            case ';' -> {
                return open.contains('}');
            }
            case '#' -> {
                // It pastes: UINT64_MAX of glibc is such a macro.
                return true;
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
