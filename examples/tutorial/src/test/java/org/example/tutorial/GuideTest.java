package org.example.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every piece of code in the guide and on the page of the tutorial is a piece of these sources, which are compiled and tested. */
class GuideTest {
    private static final Path DOCUMENTS = Path.of("..", "..", "docs");
    private static final Pattern CODE = Pattern.compile("```(?:java|c|xml)\\R(.*?)```", Pattern.DOTALL);

    static List<String> pieces() {
        return Stream.of("guide.md", "tutorial.md")
                .flatMap(page -> CODE.matcher(read(DOCUMENTS.resolve(page))).results())
                .map(result -> result.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void isInTheSources(String piece) throws IOException {
        assertThat(sources().stream().filter(file -> trimmed(read(file)).contains(trimmed(piece))))
                .as("files of the tutorial with:%n%s", piece)
                .isNotEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"));
                Stream<Path> others = Files.walk(Path.of("abi", "src"))) {
            return Stream.of(files, others, Stream.of(Path.of("pom.xml"), Path.of("abi", "pom.xml")))
                    .flatMap(some -> some)
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }

    /** Lines without what is before and behind them, so that indentation does not matter. */
    private static String trimmed(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
