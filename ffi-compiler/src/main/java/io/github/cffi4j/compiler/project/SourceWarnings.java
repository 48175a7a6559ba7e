package io.github.cffi4j.compiler.project;

import io.github.cffi4j.compiler.compile.CompiledUnit;
import io.github.cffi4j.compiler.verify.ClangMessage;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The warnings of a module's C: each once, on however many platforms and by however many sources it was met. */
final class SourceWarnings {
    /** One that is about the flags has no place. */
    private static final Pattern UNPLACED = Pattern.compile("\\w+(?: \\w+)?: (?<text>warning: .*)");

    private final Path base;
    private final Map<String, Set<Platform>> platforms = new LinkedHashMap<>();

    /**
     * @param base the folder that files are shown below
     */
    SourceWarnings(Path base) {
        this.base = base;
    }

    /** Adds those of a unit. */
    void add(Platform platform, CompiledUnit.Compiled unit) {
        unit.output()
                .lines()
                .map(UNPLACED::matcher)
                .filter(Matcher::matches)
                .forEach(matcher -> add(platform, matcher.group("text")));
        ClangMessage.warnings(unit.output()).forEach(warning -> add(platform, line(warning)));
    }

    private void add(Platform platform, String line) {
        platforms.computeIfAbsent(line, key -> new TreeSet<>()).add(platform);
    }

    private String line(ClangMessage warning) {
        Path file = Path.of(warning.at().file());
        Path shown = file.startsWith(base) ? base.relativize(file) : file;
        return shown + ":" + warning.at().line() + ":" + warning.at().column() + ": " + warning.text();
    }

    /**
     * A line each, with the platforms where only some have it.
     *
     * @param built the platforms that were compiled for
     */
    List<String> lines(Set<Platform> built) {
        List<String> lines = new ArrayList<>();
        platforms.forEach((line, on) -> lines.add(
                on.size() == built.size()
                        ? line
                        : line + " (on " + on.stream().map(Platform::classifier).collect(Collectors.joining(" "))
                                + ")"));
        return lines;
    }
}
