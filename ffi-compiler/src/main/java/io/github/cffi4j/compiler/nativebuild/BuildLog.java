package io.github.cffi4j.compiler.nativebuild;

import io.github.cffi4j.compiler.fetch.Progress;
import io.github.cffi4j.compiler.process.OutputReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All that a build prints, in a file that is written while it runs. For one thread at a time. */
final class BuildLog implements AutoCloseable {
    private static final long INTERVAL_NANOS = Duration.ofSeconds(15).toNanos();
    private static final int MOST_LINES = 12;

    /** How far a build is, as Ninja and CMake's makefiles say it. */
    private static final Pattern HOW_FAR = Pattern.compile("^\\[\\s*(\\d+/\\d+|\\d+%)\\]");

    /** An error with its place, or with the program that says it. The first counts: the others may follow from it. */
    private static final List<Pattern> ERRORS = List.of(
            Pattern.compile("^\\S.*:\\d+(:\\d+)?: (fatal )?error: .*"),
            Pattern.compile("^CMake Error.*"),
            Pattern.compile("^\\S+:\\d+:\\d+: ERROR: .*"),
            Pattern.compile("^configure: error: .*"),
            Pattern.compile("^(.*: )?error: .*", Pattern.CASE_INSENSITIVE),
            Pattern.compile("^(Error|\\*\\*\\*).*|^.*: (not found|No such file or directory|command not found)$"));

    private static final String CONFIGURE_IGNORES = "configure: WARNING: unrecognized options: ";
    private static final String CMAKE_IGNORES = "Manually-specified variables were not used by the project:";

    private static final List<String> DETAILS = List.of(
            "config.log", "CMakeFiles/CMakeError.log", "CMakeFiles/CMakeConfigureLog.yaml", "meson-logs/meson-log.txt");

    private final Path file;
    private final Writer out;
    private final List<String> lines = new ArrayList<>();
    private int begun;

    BuildLog(Path file) throws IOException {
        this.file = file;
        Files.createDirectories(file.getParent());
        this.out = Files.newBufferedWriter(file);
    }

    /** Notes a program before it runs. */
    void begin(BuildStep step) throws IOException {
        begun = lines.size();
        out.write("$ " + String.join(" ", step.arguments()) + "\n");
        out.flush();
    }

    /**
     * Returns a reader of a program's output, which notes it.
     *
     * @param progress told now and then how far the build is
     */
    OutputReader reader(Progress progress) {
        return output -> read(output, progress);
    }

    private void read(InputStream output, Progress progress) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8));
        long last = System.nanoTime();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.add(line);
            out.write(line + "\n");
            out.flush();
            Matcher matcher = HOW_FAR.matcher(line);
            if (matcher.find() && System.nanoTime() - last > INTERVAL_NANOS) {
                last = System.nanoTime();
                progress.message(matcher.group(1));
            }
        }
    }

    /** Returns what people should read first: the first error and what stands below it, or else the last lines. */
    String excerpt() {
        int start = firstError().orElse(Math.max(0, lines.size() - MOST_LINES));
        List<String> shown = lines.subList(start, Math.min(lines.size(), start + MOST_LINES));
        StringBuilder text = new StringBuilder();
        shown.stream()
                .filter(line -> !line.isBlank())
                .forEach(line -> text.append("    ").append(line).append('\n'));
        return text.toString().stripTrailing();
    }

    private Optional<Integer> firstError() {
        for (Pattern error : ERRORS) {
            for (int i = 0; i < lines.size(); i++) {
                if (error.matcher(lines.get(i)).matches()) {
                    return Optional.of(i);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Keeps what a configure step wrote about its questions, which else goes away with the build's folder.
     *
     * @return a line that names the files, or nothing
     */
    String keepDetails(Path... folders) throws IOException {
        StringBuilder named = new StringBuilder();
        for (String details : DETAILS) {
            Optional<Path> written = Stream.of(folders)
                    .map(folder -> folder.resolve(details))
                    .filter(Files::isRegularFile)
                    .findFirst();
            if (written.isPresent()) {
                Path found = written.get();
                Path kept = file.resolveSibling(
                        file.getFileName().toString().replaceFirst("\\.log$", "-") + found.getFileName());
                Files.copy(found, kept, StandardCopyOption.REPLACE_EXISTING);
                named.append("\n  configuration: ").append(kept);
            }
        }
        return named.toString();
    }

    /**
     * Returns the options that the program which has just run did not know, and told so only in passing.
     *
     * @param options as the author gave them
     */
    List<String> ignored(List<String> options) {
        Set<String> unknown = new LinkedHashSet<>();
        boolean listed = false;
        for (String line : lines.subList(begun, lines.size())) {
            if (line.startsWith(CONFIGURE_IGNORES)) {
                unknown.addAll(
                        List.of(line.substring(CONFIGURE_IGNORES.length()).split("[, ]+")));
            }
            listed = line.strip().equals(CMAKE_IGNORES) || listed && (line.isBlank() || line.startsWith("    "));
            if (listed) {
                unknown.add(line.strip());
            }
        }
        return options.stream()
                .map(option -> option.replaceFirst("^-D", "").split("[:=]", 2)[0])
                .filter(unknown::contains)
                .distinct()
                .toList();
    }

    Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
