package io.github.cffi4j.compiler.importer;

import io.github.cffi4j.compiler.importer.Item.Category;
import io.github.cffi4j.compiler.text.Text;
import io.github.cffi4j.platform.Platform;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What came of an import, for people.
 *
 * @param refuted the reasons of compilers against items, by their keys and the platforms
 * @param onlyCxx how many declarations only C++ knows
 * @param changes what changes for users of the binding
 * @param machines notes about headers that may describe one machine
 */
record ImportReport(
        ImportRecipe recipe,
        List<Platform> platforms,
        List<MergedItem> items,
        Map<String, Map<Platform, String>> refuted,
        Map<Platform, List<LeftOut>> leftOut,
        int onlyCxx,
        List<String> changes,
        List<String> machines) {
    private static final int SHOWN = 5;

    /** Lines for a terminal. */
    List<String> summary(String reportFile) {
        List<String> lines = new ArrayList<>();
        int differ = (int) taken().stream().filter(this::differs).count();
        lines.add(String.join(" ", recipe.headers()) + " · " + counts() + " · "
                + Text.count(platforms.size(), "platform")
                + (platforms.size() == 1
                        ? ""
                        : differ == 0 ? " agree" : " agree but for " + Text.count(differ, "declaration")));
        Map<String, Integer> kinds = new LinkedHashMap<>();
        distinct().keySet().forEach(left -> kinds.merge(left.what(), 1, Integer::sum));
        if (!kinds.isEmpty()) {
            lines.add("left out: "
                    + kinds.entrySet().stream()
                            .map(kind -> count(kind.getValue(), kind.getKey()))
                            .collect(Collectors.joining(", "))
                    + " (" + reportFile + " says why)");
        }
        if (!refuted.isEmpty()) {
            lines.add(Text.count(refuted.size(), "declaration")
                    + " refused by compilers, on some platforms or all; the cdef has the reasons as comments");
        }
        if (onlyCxx > 0) {
            lines.add(Text.count(onlyCxx, "declaration") + " only for C++ left out");
        }
        machines.stream().limit(SHOWN).forEach(lines::add);
        changes.stream().limit(SHOWN).forEach(lines::add);
        if (changes.size() > SHOWN) {
            lines.add("and " + (changes.size() - SHOWN) + " more changes (" + reportFile + ")");
        }
        return lines;
    }

    private static String count(int number, String what) {
        return number == 1
                ? "1 " + what
                : number + " " + (what.startsWith("macro ") ? what.replaceFirst("macro", "macros") : what + "s");
    }

    private List<MergedItem> taken() {
        return items.stream()
                .map(item -> item.without(
                        refuted.getOrDefault(item.first().key(), Map.of()).keySet()))
                .filter(item -> !item.variants().isEmpty())
                .toList();
    }

    private boolean differs(MergedItem item) {
        return item.variants().size() > 1 || item.platforms().size() < platforms.size();
    }

    private String counts() {
        Map<Category, Integer> counts = new EnumMap<>(Category.class);
        taken().forEach(item -> counts.merge(item.first().category(), 1, Integer::sum));
        return counts.isEmpty()
                ? "nothing"
                : counts.entrySet().stream()
                        .map(entry ->
                                Text.count(entry.getValue(), entry.getKey().word()))
                        .collect(Collectors.joining(", "));
    }

    private Map<LeftOut, Set<Platform>> distinct() {
        Map<LeftOut, Set<Platform>> all = new LinkedHashMap<>();
        leftOut.forEach((platform, list) -> list.forEach(
                left -> all.computeIfAbsent(left, key -> new TreeSet<>()).add(platform)));
        return all;
    }

    /** The whole report. */
    String text(String cdef) {
        List<MergedItem> taken = taken();
        StringBuilder out = new StringBuilder();
        out.append(cdef)
                .append(" from ")
                .append(String.join(" ", recipe.headers()))
                .append("\n\n");
        out.append("Imported: ").append(counts()).append('\n');
        for (Category category : Category.values()) {
            List<String> names = taken.stream()
                    .filter(item -> item.first().category() == category)
                    .map(item -> item.first().name())
                    .toList();
            if (!names.isEmpty()) {
                out.append("  ")
                        .append(category.word())
                        .append(": ")
                        .append(String.join(" ", names))
                        .append('\n');
            }
        }
        section(
                "Different by platform",
                taken.stream()
                        .filter(this::differs)
                        .map(item -> "  " + item.first().name() + ": "
                                + item.variants().stream()
                                        .map(variant -> list(variant.platforms()))
                                        .collect(Collectors.joining(" | ")))
                        .toList(),
                out);
        section(
                "Refused by the compilers",
                items.stream()
                        .filter(item -> refuted.containsKey(item.first().key()))
                        .map(item -> "  " + item.first().name() + ": "
                                + reasons(refuted.get(item.first().key())))
                        .toList(),
                out);
        Map<LeftOut, Set<Platform>> distinct = distinct();
        section(
                "Left out",
                distinct.entrySet().stream()
                        .filter(entry -> entry.getKey().line().isEmpty())
                        .map(entry -> "  " + entry.getKey().what() + " "
                                + entry.getKey().name() + ": "
                                + entry.getKey().reason()
                                + (entry.getValue().size() == platforms.size()
                                        ? ""
                                        : " (" + list(entry.getValue()) + ")"))
                        .toList(),
                out);
        section(
                "Macros with parameters: copy a line outside the imported part and correct its types",
                distinct.keySet().stream()
                        .filter(left -> !left.line().isEmpty())
                        .map(left -> "  " + left.line())
                        .toList(),
                out);
        if (onlyCxx > 0) {
            out.append("\nOnly for C++: ")
                    .append(Text.count(onlyCxx, "declaration"))
                    .append('\n');
        }
        section(
                "Headers of one machine",
                machines.stream().map(line -> "  " + line).toList(),
                out);
        section("Changes for users", changes.stream().map(line -> "  " + line).toList(), out);
        return out.toString();
    }

    private String reasons(Map<Platform, String> reasons) {
        Map<String, Set<Platform>> on = new LinkedHashMap<>();
        reasons.forEach((platform, reason) ->
                on.computeIfAbsent(reason, key -> new TreeSet<>()).add(platform));
        return on.entrySet().stream()
                .map(entry -> entry.getKey() + " (" + list(entry.getValue()) + ")")
                .collect(Collectors.joining("; "));
    }

    private static void section(String title, List<String> lines, StringBuilder out) {
        if (!lines.isEmpty()) {
            out.append('\n').append(title).append('\n');
            lines.forEach(line -> out.append(line).append('\n'));
        }
    }

    private String list(Set<Platform> some) {
        return some.size() == platforms.size()
                ? "all platforms"
                : some.stream().map(Platform::classifier).collect(Collectors.joining(" "));
    }
}
