package io.github.cffi4j.cdef;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Broken cdefs: each block of {@code bad-cdefs.txt} is a cdef, then the errors it must give, all of them. */
class BadCdefTest {

    record BadCdef(String cdef, List<String> errors) {}

    static Stream<BadCdef> cdefs() throws IOException {
        try (InputStream file = BadCdefTest.class.getResourceAsStream("bad-cdefs.txt")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n\n")).map(BadCdefTest::block).toList().stream();
        }
    }

    private static BadCdef block(String block) {
        List<String> lines = block.strip().lines().toList();
        return new BadCdef(
                String.join(
                        "\n",
                        lines.stream().filter(line -> !line.startsWith("!! ")).toList()),
                lines.stream()
                        .filter(line -> line.startsWith("!! "))
                        .map(line -> line.substring(3))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("cdefs")
    void reportsEachErrorAtItsPlace(BadCdef bad) {
        assertThat(bad.errors()).isNotEmpty();
        assertThat(CdefAssertions.errors(bad.cdef())).isEqualTo(bad.errors());
    }

    @ParameterizedTest
    @MethodSource("cdefs")
    void everyErrorComesWithAFixOnOneLine(BadCdef bad) {
        try {
            CdefParser.parse(new SourceText("Test.cdef", bad.cdef()));
        } catch (CdefException e) {
            assertThat(e.diagnostics()).allSatisfy(diagnostic -> {
                assertThat(diagnostic.message()).doesNotContain("\n").doesNotEndWith(".");
                assertThat(diagnostic.fix())
                        .hasValueSatisfying(fix -> assertThat(fix).isNotBlank().doesNotContain("\n"));
            });
        }
    }

    @Test
    void thereAreManyOfThem() throws IOException {
        assertThat(cdefs().map(BadCdef::cdef).distinct()).hasSizeGreaterThan(200);
    }
}
