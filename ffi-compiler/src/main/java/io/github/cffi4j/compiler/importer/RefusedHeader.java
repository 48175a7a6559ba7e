package io.github.cffi4j.compiler.importer;

import io.github.cffi4j.platform.Platform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says what is wrong with a header that compilers refuse, in their own words. */
final class RefusedHeader {
    private static final int SHOWN = 5;
    private static final Pattern MESSAGE =
            Pattern.compile(".+?:\\d+:\\d+: (?<level>fatal error|error|warning|note|remark): .*");
    private static final Pattern INCLUDED = Pattern.compile("(?:In file included from |\\s+from ).*:\\d+[:,]");
    private static final String AFTER_FOLDERS = "End of search list.";

    private RefusedHeader() {}

    /**
     * The message; nothing if the compilers read nothing, because of their flags.
     *
     * @param outputs what they said
     * @param asked the number of platforms
     */
    static String message(ImportRecipe recipe, Map<Platform, String> outputs, int asked) {
        Map<String, Set<Platform>> platforms = new LinkedHashMap<>();
        outputs.forEach((platform, output) -> platforms
                .computeIfAbsent(errors(output), text -> new TreeSet<>())
                .add(platform));
        if (platforms.containsKey("")) {
            return "";
        }
        return platforms.entrySet().stream()
                .map(entry -> entry.getKey() + "\n   on: " + list(entry.getValue(), asked) + "\n   fix: "
                        + fix(recipe, entry.getKey(), entry.getValue(), asked))
                .collect(Collectors.joining("\n\n"));
    }

    private static String fix(ImportRecipe recipe, String said, Set<Platform> platforms, int asked) {
        boolean some = platforms.size() < asked;
        if (said.contains("file not found")) {
            boolean own =
                    recipe.headers().stream().anyMatch(header -> said.contains("'" + header + "' file not found"));
            return some
                    ? "include it inside '#if' in the preamble, for the platforms that have it; or leave the others"
                            + " out of <platforms>"
                    : own
                            ? "put the header below src/main/c/include, name its folder in <includes>, or fetch it by a"
                                    + " <sourceArchive>"
                            : "name the folder of that header in <includes>; if the library's own build makes it, run"
                                    + " that build first, or write it yourself";
        }
        if (said.contains("'namespace'") || said.contains("'class'") || said.contains("'template'")) {
            return "it is a header for C++: write a preamble in C++, such as Geo.cpp beside Geo.cdef, that includes it";
        }
        return some
                ? "if the header is not for them, include it inside '#if' in the preamble, or leave them out of"
                        + " <platforms>"
                : "correct the header, or include before it in a preamble what it needs";
    }

    private static String list(Set<Platform> some, int asked) {
        return some.size() == asked && asked > 1
                ? "all " + asked + " platforms"
                : some.stream().map(Platform::classifier).collect(Collectors.joining(" "));
    }

    /** The first errors, each with its line and caret. */
    private static String errors(String output) {
        List<String> lines = new ArrayList<>(output.lines().toList());
        int start = lines.indexOf(AFTER_FOLDERS);
        List<String> shown = new ArrayList<>();
        int count = 0;
        boolean inError = false;
        for (String line : lines.subList(start + 1, lines.size())) {
            var message = MESSAGE.matcher(line);
            if (message.matches()) {
                String level = message.group("level");
                inError = level.endsWith("error") || inError && level.equals("note");
                count += level.endsWith("error") ? 1 : 0;
            } else if (INCLUDED.matcher(line).matches() || line.matches("\\d+ (?:errors?|warnings?).*generated\\.")) {
                inError = false;
            }
            if (inError && count <= SHOWN) {
                shown.add(line);
            }
        }
        if (count > SHOWN) {
            shown.add("and " + (count - SHOWN) + " more errors");
        }
        return String.join("\n", shown);
    }
}
