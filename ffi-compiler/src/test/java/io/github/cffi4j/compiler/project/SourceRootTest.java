package io.github.cffi4j.compiler.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a folder of sources is compiled (fault 26). */
class SourceRootTest {
    private static final Path FOLDER = Path.of("vendored").toAbsolutePath();

    @ParameterizedTest
    @CsvSource({
        "lib/a.c, true",
        "a.c, true",
        "deep/lib/x/a.c, true",
        "examples/main.c, false",
        "lib/tests/a.c, false",
        "lib/a_test.c, false",
        "lib/all.h, false",
    })
    void isIncludedAndNotExcluded(String file, boolean compiled) {
        SourceRoot root =
                new SourceRoot(FOLDER, true, List.of("**/*.c"), List.of("examples/**", "**/tests/", "**/*_test.c"));
        assertThat(root.compiles(FOLDER.resolve(file))).isEqualTo(compiled);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    void canBeSearchedOnly(boolean compile, boolean compiled) {
        SourceRoot root = new SourceRoot(FOLDER, compile, List.of(), List.of());
        assertThat(root.compiles(FOLDER.resolve("a.c"))).isEqualTo(compiled);
    }
}
