package io.github.cffi4j.compiler.header;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the macros in a preprocessed text with {@code #define} lines and line markers, while it is being printed. */
final class MacroReader {
    private static final Pattern MARKER = Pattern.compile("# (\\d+) \"((?:[^\"\\\\]|\\\\.)*)\".*");
    private static final String DEFINE = "#define ";
    private static final String UNDEF = "#undef ";
    private static final long FACTOR = 0x9E37_79B9_7F4A_7C15L;

    private final List<Directive> directives = new ArrayList<>();
    private final PreprocessedLines places = new PreprocessedLines();
    private final Map<String, Long> files = new LinkedHashMap<>();
    private Map<String, HeaderMacro> macros;

    /** A line that defines a macro, or takes one back: it is read when it is asked for, which is not so on all platforms. */
    private record Directive(String text, String file, int line) {}

    /**
     * Reads the text; what is no longer defined at its end is not kept.
     *
     * @param out gets it without the macros, line by line
     */
    void read(InputStream in, Appendable out) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        String file = "";
        int line = 0;
        long hash = 0;
        int number = 0;
        for (String text = lines.readLine(); text != null; text = lines.readLine()) {
            number++;
            boolean directive = text.startsWith("#");
            boolean macro = directive && (text.startsWith(DEFINE) || text.startsWith(UNDEF));
            out.append(macro ? "" : text).append('\n');
            if (directive && text.startsWith("# ")) {
                Matcher marker = MARKER.matcher(text);
                if (marker.matches()) {
                    files.put(file, hash);
                    line = Integer.parseInt(marker.group(1));
                    file = marker.group(2).replaceAll("\\\\(.)", "$1");
                    places.add(number + 1, file, line);
                    hash = files.getOrDefault(file, 0L) * FACTOR + line;
                    continue;
                }
            } else if (macro) {
                directives.add(new Directive(text, file, line));
            }
            hash = hash * FACTOR + text.hashCode() + ((long) text.length() << Integer.SIZE);
            line++;
        }
        files.put(file, hash);
        files.remove("");
    }

    /** The macros that are defined at the end, by their names. */
    private Map<String, HeaderMacro> macros() {
        if (macros == null) {
            macros = new LinkedHashMap<>();
            for (Directive directive : directives) {
                if (directive.text().startsWith(DEFINE)) {
                    put(directive.text(), new Place(directive.file(), directive.line(), directive.line()));
                } else {
                    macros.remove(directive.text().substring(UNDEF.length()).strip());
                }
            }
        }
        return macros;
    }

    /** Keeps a definition, as the compiler writes it: the name, the parameters if it has any, a blank and the body. */
    private void put(String define, Place place) {
        int end = DEFINE.length();
        while (end < define.length() && isPartOfName(define.charAt(end))) {
            end++;
        }
        String name = define.substring(DEFINE.length(), end);
        String parameters = null;
        if (define.startsWith("(", end)) {
            int close = define.indexOf(')', end);
            parameters = define.substring(end + 1, close);
            end = close + 1;
        }
        if (name.isEmpty() || !define.startsWith(" ", end) && end < define.length()) {
            return;
        }
        String body = define.substring(end).strip();
        // A second definition stands at its own place.
        macros.remove(name);
        macros.put(name, new HeaderMacro(name, parameters, body, place));
    }

    private static boolean isPartOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    /** The macros of some files, in the order of their definitions. */
    List<HeaderMacro> of(Predicate<String> wanted) {
        List<HeaderMacro> some = new ArrayList<>();
        for (HeaderMacro macro : macros().values()) {
            if (wanted.test(macro.place().file())) {
                some.add(macro);
            }
        }
        return some;
    }

    /** The files that were read, in the order in which they were entered. */
    Set<String> files() {
        return files.keySet();
    }

    /** Returns where the lines of the text come from. */
    PreprocessedLines places() {
        return places;
    }

    /** A text that is the same for two compilers that see the same lines at the same places of some files. */
    String fingerprint(Predicate<String> wanted) {
        StringBuilder all = new StringBuilder();
        files.forEach((file, hash) -> {
            if (wanted.test(file)) {
                all.append(file).append(' ').append(hash).append('\n');
            }
        });
        return all.toString();
    }

    /** The bodies of all macros, by their names. */
    Map<String, String> bodies() {
        Map<String, String> bodies = new LinkedHashMap<>();
        macros().forEach((name, macro) -> bodies.put(name, macro.body()));
        return bodies;
    }
}
