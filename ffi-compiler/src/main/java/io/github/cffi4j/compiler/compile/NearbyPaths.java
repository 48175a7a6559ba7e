package io.github.cffi4j.compiler.compile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Arguments without apostrophes in the names of folders, which zig's reader of response files cannot take: they are relative to the
 * folder whose name has the apostrophe, and the command runs there.
 *
 * @param folder where the command is to run
 * @param arguments those that name what is in it, relative to it; the others as they were
 */
record NearbyPaths(Path folder, List<String> arguments) {
    /** From the root to the separator after the last apostrophe; to the last one if the apostrophe is in the name of the file. */
    private static final Pattern FOLDER = Pattern.compile(
            "(?<folder>(?:[A-Za-z]:[\\\\/]|/).*?'[^'/\\\\]*[/\\\\](?=[^']*$)|(?:[A-Za-z]:[\\\\/]|/).*[/\\\\])");

    private static final Pattern RELATIVE = Pattern.compile("(?<flag>-[LF])(?<path>.+)");

    /** The arguments as seen from the folder that most of those with an apostrophe name; nothing if there is none. */
    static Optional<NearbyPaths> of(List<String> arguments) {
        Map<String, Integer> named = new HashMap<>();
        for (String argument : arguments) {
            Matcher folder = FOLDER.matcher(argument);
            if (argument.indexOf('\'') >= 0 && folder.find()) {
                named.merge(folder.group("folder"), 1, Integer::sum);
            }
        }
        return named.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .filter(folder -> Files.isDirectory(Path.of(folder)))
                .map(folder -> new NearbyPaths(
                        Path.of(folder),
                        arguments.stream()
                                .map(argument -> relative(argument, folder))
                                .toList()));
    }

    private static String relative(String argument, String folder) {
        int at = argument.indexOf(folder);
        if (at >= 0) {
            return argument.substring(0, at) + "./" + argument.substring(at + folder.length());
        }
        return absolute(argument);
    }

    /** An author's flag with a folder that is relative to where the build runs, for a command that runs elsewhere. */
    static String absolute(String argument) {
        Matcher relative = RELATIVE.matcher(argument);
        return relative.matches() && Files.exists(Path.of(relative.group("path")))
                ? relative.group("flag") + Path.of(relative.group("path")).toAbsolutePath()
                : argument;
    }
}
