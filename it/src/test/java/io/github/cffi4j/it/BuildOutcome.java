package io.github.cffi4j.it;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How a run of Maven ended.
 *
 * @param exitCode 0 if it went well
 * @param lines all it said, as a user reads it
 */
public record BuildOutcome(int exitCode, List<String> lines) {
    private static final String ERROR = "[ERROR] ";
    private static final String INFO = "[INFO] ";
    private static final Pattern MAVENS_WORDS =
            Pattern.compile("^Failed to execute goal \\S+ \\(\\S+\\) on project \\S+: | ?-> \\[Help \\d+]$");

    public BuildOutcome {
        lines = List.copyOf(lines);
    }

    /** This outcome, if the build went well. */
    public BuildOutcome succeeded() {
        if (exitCode != 0) {
            throw new AssertionError("the build failed:\n" + text());
        }
        return this;
    }

    /** This outcome, if the build failed. */
    public BuildOutcome failed() {
        if (exitCode == 0) {
            throw new AssertionError("the build did not fail:\n" + text());
        }
        return this;
    }

    /** The error as a user reads it, without Maven's words around it. */
    public List<String> errors() {
        return lines.stream()
                .filter(line -> line.startsWith(ERROR))
                .map(line -> line.substring(ERROR.length()))
                .takeWhile(line -> !line.contains("re-run Maven with"))
                .map(line -> MAVENS_WORDS.matcher(line).replaceAll(""))
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** The lines of information, without Maven's mark. */
    public List<String> info() {
        return lines.stream()
                .filter(line -> line.startsWith(INFO))
                .map(line -> line.substring(INFO.length()))
                .toList();
    }

    public String text() {
        return String.join("\n", lines);
    }
}
