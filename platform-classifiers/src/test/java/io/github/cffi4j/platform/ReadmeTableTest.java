package io.github.cffi4j.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The README's table of platforms is this enum's, as far as libraries are for them unasked. */
class ReadmeTableTest {

    @Test
    void theReadmeListsEveryPlatformAsItIs() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("..", "README.md")).stream()
                .filter(line -> line.matches("\\| `(linux|osx|windows)-.*"))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(Platform.standard().stream()
                        .map(platform -> String.format(
                                Locale.ROOT,
                                "| `%s` | %s and later | `%s` |",
                                platform.classifier(),
                                platform.floor(),
                                platform.libraryFileName("geo")))
                        .toList());
    }
}
