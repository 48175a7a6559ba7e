package io.github.cffi4j.cdef;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cffi4j.platform.Platform;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One cdef uses the types of another. */
class IncludeParsingTest {

    @Test
    void typesOfIncludedCdefsAreKnownFromThereOn() throws CdefException {
        ParsedCdef parsed = parse(Map.of(
                "a.cdef", "#include \"b.cdef\"\nlength width(point p);",
                "b.cdef", "#include \"c.cdef\"\ntypedef struct { int x; } point;",
                "c.cdef", "typedef int... length;"));

        assertThat(parsed.declarations()).extracting(Declaration::name).containsExactly("width");
        assertThat(parsed.includes()).extracting(IncludedCdef::path).containsExactly("b.cdef");
        assertThat(parsed.includes().get(0).cdef().includes())
                .extracting(IncludedCdef::path)
                .containsExactly("c.cdef");
    }

    @Test
    void typesWithoutANameDifferFromThoseOfOtherCdefs() throws CdefException {
        ParsedCdef parsed = parse(Map.of(
                "a.cdef",
                "#include \"b.cdef\"\ntypedef struct { int x; } one;",
                "b.cdef",
                "typedef struct { int y; } two;"));

        assertThat(parsed.declarations().get(0).name())
                .isNotEqualTo(
                        parsed.includes().get(0).cdef().declarations().get(0).name());
    }

    @Test
    void aCdefThatTwoIncludeIsParsedOnce() throws CdefException {
        ParsedCdef parsed = parse(Map.of(
                "a.cdef", "#include \"b.cdef\"\n#include \"c.cdef\"\n",
                "b.cdef", "#include \"d.cdef\"\n",
                "c.cdef", "#include \"d.cdef\"\n",
                "d.cdef", "typedef int t;"));

        ParsedCdef throughB = parsed.includes().get(0).cdef().includes().get(0).cdef();
        ParsedCdef throughC = parsed.includes().get(1).cdef().includes().get(0).cdef();
        assertThat(throughB).isSameAs(throughC);
    }

    @Test
    @DisplayName("forty levels of two cdefs that include the same two are read at once, not 2^40 times (fault 33)")
    void diamonds() throws CdefException {
        Map<String, String> texts = new HashMap<>();
        texts.put("a.cdef", "#include \"l0.cdef\"\n#include \"r0.cdef\"\n");
        for (int i = 0; i < 40; i++) {
            String both = "#include \"l" + (i + 1) + ".cdef\"\n#include \"r" + (i + 1) + ".cdef\"\n";
            texts.put("l" + i + ".cdef", both);
            texts.put("r" + i + ".cdef", both);
        }
        texts.put("l40.cdef", "typedef int deep;");
        texts.put("r40.cdef", "");

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertThat(parse(texts).includes()).hasSize(2));
    }

    @Test
    @DisplayName("a chain of thousands of cdefs is an error, not a stack overflow (fault 33)")
    void deepChain() {
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < 5_000; i++) {
            texts.put((i == 0 ? "a" : "c" + i) + ".cdef", "#include \"c" + (i + 1) + ".cdef\"\n");
        }
        texts.put("c5000.cdef", "");

        assertThat(errors(texts)).hasSize(1).first().asString().contains("levels deep");
    }

    @Test
    void aTypeIsUnknownBeforeItsInclude() {
        assertThat(errors(
                        Map.of("a.cdef", "point origin(void);\n#include \"b.cdef\"\n", "b.cdef", "typedef int point;")))
                .containsExactly("1:1 unknown type 'point'");
    }

    @Test
    void whatIsNotThereIsSaidAtItsPlace() {
        assertThat(errors(Map.of("a.cdef", "int f(void);\n#include \"gone.cdef\"\n")))
                .containsExactly("2:10 there is no \"gone.cdef\"");
    }

    @Test
    void circlesAreShown() {
        assertThat(errors(Map.of("a.cdef", "#include \"a.cdef\"\n"))).containsExactly("1:10 the cdef includes itself");
        assertThat(errors(Map.of("a.cdef", "#include \"b.cdef\"\n", "b.cdef", "\n#include \"a.cdef\"\n")))
                .containsExactly(
                        "1:10 \"b.cdef\" has errors of its own: b.cdef:2:10: the cdef includes itself: a.cdef ->"
                                + " b.cdef -> a.cdef");
    }

    @Test
    void errorsOfAnIncludedCdefAreSaidWithItsPlace() {
        assertThat(errors(Map.of("a.cdef", "#include \"b.cdef\"\n", "b.cdef", "int f(void)\n")))
                .containsExactly("1:10 \"b.cdef\" has errors of its own: b.cdef:1:12: missing ';' after ')'");
    }

    @Test
    void onlyOneFileIsIncludedByALine() {
        assertThat(errors(Map.of("a.cdef", "#include \"b.cdef\" \"c.cdef\"\n", "b.cdef", "", "c.cdef", "")))
                .containsExactly("1:19 expected the end of the line, found '\"c.cdef\"'");
    }

    @Test
    void platformsThatSeeAnIncludedCdefDifferentlyAreOfDifferentVariants() throws CdefException {
        Map<String, String> texts = Map.of(
                "a.cdef",
                "#include \"b.cdef\"\n#ifdef __APPLE__\nfd f(void);\n#endif\nint g(void);",
                "b.cdef",
                "#ifndef _WIN32\ntypedef int fd;\n#endif\n");
        assertThat(parseConditional(texts).variants())
                .extracting(variant -> variant.platforms().size())
                .containsExactly(4, 2, 2);
        assertThat(errors(Map.of("a.cdef", "#include \"b.cdef\"\nfd f(void);", "b.cdef", texts.get("b.cdef"))))
                .containsExactly("2:1 unknown type 'fd'");
    }

    @Test
    void anIncludeMayBeForSomePlatforms() throws CdefException {
        ConditionalCdef parsed = parseConditional(Map.of(
                "a.cdef", "#ifdef _WIN32\n#include \"b.cdef\"\nt f(void);\n#endif\n", "b.cdef", "typedef int t;"));
        assertThat(parsed.on(Platform.WINDOWS_X86_64).includes()).hasSize(1);
        assertThat(parsed.on(Platform.OSX_X86_64).includes()).isEmpty();
    }

    private static ParsedCdef parse(Map<String, String> texts) throws CdefException {
        return parseConditional(texts).on(Platform.LINUX_X86_64);
    }

    private static ConditionalCdef parseConditional(Map<String, String> texts) throws CdefException {
        return CdefParser.parse(
                new SourceText("a.cdef", texts.get("a.cdef")),
                "a.cdef",
                (includer, written) -> Optional.ofNullable(texts.get(written))
                        .map(text -> new IncludedTexts.IncludedText(written, new SourceText(written, text))),
                EnumSet.copyOf(Platform.standard()));
    }

    private static List<String> errors(Map<String, String> texts) {
        return catchThrowableOfType(CdefException.class, () -> parse(texts)).diagnostics().stream()
                .map(error -> error.span().position().line() + ":"
                        + error.span().position().column() + " " + error.message())
                .toList();
    }
}
