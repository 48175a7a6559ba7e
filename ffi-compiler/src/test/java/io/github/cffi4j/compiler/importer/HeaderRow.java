package io.github.cffi4j.compiler.importer;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A line of the table in docs/import.md: what came of a whole header.
 *
 * @param title the library and its version
 * @param imported the numbers of what was imported
 * @param leftOut what was not, with the reasons
 */
record HeaderRow(String title, Map<String, Integer> imported, Map<String, Integer> leftOut) {
    private static final String START = "<!-- whole headers -->\n";
    private static final String END = "<!-- end -->\n";
    private static final Pattern COUNT = Pattern.compile("(\\d+) (\\w+?)s?(?:,|$)");
    private static final Pattern LEFT_OUT = Pattern.compile("  (\\w+(?: with parameters)?) .+?: (.*)");

    static HeaderRow of(WholeHeader header, String report) throws IOException {
        Map<String, Integer> imported = new TreeMap<>();
        Map<String, Integer> leftOut = new LinkedHashMap<>();
        String section = "";
        for (String line : report.lines().toList()) {
            if (line.startsWith("Imported: ")) {
                Matcher count = COUNT.matcher(line.substring("Imported: ".length()));
                while (count.find()) {
                    imported.put(count.group(2), Integer.valueOf(count.group(1)));
                }
            } else if (!line.startsWith(" ") && !line.isBlank()) {
                section = line;
            } else if (section.equals("Left out")) {
                Matcher left = LEFT_OUT.matcher(line);
                if (left.matches()) {
                    leftOut.merge(left.group(1) + ": " + plain(left.group(2)), 1, Integer::sum);
                }
            } else if (section.equals("Refused by the compilers") && !line.isBlank()) {
                leftOut.merge(
                        "declaration on some platforms: " + plain(line.replaceFirst(" *[^:]*: ", "")), 1, Integer::sum);
            } else if (section.startsWith("Macros with parameters") && !line.isBlank()) {
                leftOut.merge("macro with parameters", 1, Integer::sum);
            }
        }
        return new HeaderRow(header.properties().getProperty("title"), imported, leftOut);
    }

    /** A reason without the names in it, so that those of a kind count as one. */
    private static String plain(String reason) {
        return reason.replaceAll(" \\([^()]*\\)$", "")
                .replaceAll("'[^']*'", "...")
                .replace("|", "\\|");
    }

    private int count(String... kinds) {
        int sum = 0;
        for (String kind : kinds) {
            sum += imported.getOrDefault(kind, 0);
        }
        return sum;
    }

    String line() {
        String reasons = leftOut.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .map(entry -> counted(entry.getValue(), entry.getKey()))
                .collect(Collectors.joining("; "));
        return "| " + title + " | " + count("function", "variable") + " | " + count("struct", "enum", "type") + " | "
                + count("constant") + " | " + (reasons.isEmpty() ? "nothing" : reasons) + " |";
    }

    /** {@code 6 macros: "is no expression"} */
    private static String counted(int number, String left) {
        String kind = left.replaceFirst(": .*", "");
        String reason = left.substring(kind.length());
        String many = number == 1 ? kind : kind.replaceFirst("^\\w+", "$0s");
        return number + " " + many + (reason.isEmpty() ? "" : ": \"" + reason.substring(2) + "\"");
    }

    /** The page with this line in its table, in the place of an older one. */
    String in(String page) {
        int start = page.indexOf(START) + START.length();
        int end = page.indexOf(END, start);
        List<String> lines = page.substring(start, end).lines().toList();
        Map<String, String> rows = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        lines.stream().skip(2).forEach(line -> rows.put(name(line), line));
        rows.put(name(line()), line());
        return page.substring(0, start) + lines.get(0) + "\n" + lines.get(1) + "\n" + String.join("\n", rows.values())
                + "\n" + page.substring(end);
    }

    private static String name(String line) {
        return line.substring(2).replaceFirst(" [\\d.]+ \\|.*", "");
    }
}
