package io.github.cffi4j.compiler.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.cdef.SourceText;
import io.github.cffi4j.cdef.Span;
import io.github.cffi4j.compiler.verify.ClangMessage.Note;
import io.github.cffi4j.compiler.verify.ClangMessage.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code claims.txt} has what the pinned clang really says of each kind of claim, and what we make of it. */
class ClaimExplainerTest {
    private static final Place PLACE = new Place(Probe.FILE, 1, 1);

    static List<Map<String, String>> cases() throws IOException {
        try (InputStream table = ClaimExplainerTest.class.getResourceAsStream("/claims.txt")) {
            return Stream.of(new String(table.readAllBytes(), StandardCharsets.UTF_8).split("\\R\\R"))
                    .map(block -> block.lines()
                            .collect(Collectors.toMap(
                                    line -> line.substring(0, line.indexOf(": ")),
                                    line -> line.substring(line.indexOf(": ") + 2))))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysInTheCdefsTermsWhatClangSaid(Map<String, String> refuted) {
        String[] claim = refuted.get("claim").split("\\|", -1);
        List<Note> notes = Optional.ofNullable(refuted.get("note")).stream()
                .map(note -> new Note(PLACE, note))
                .toList();
        assertThat(ClaimExplainer.explain(
                        new Claim(
                                ClaimKind.valueOf(claim[0].strip()),
                                claim[1].strip(),
                                claim[2].strip(),
                                claim[3].strip(),
                                new Span(new SourceText("Test.cdef", ""), 0, 0)),
                        new ClangMessage(PLACE, refuted.get("clang"), "", notes)))
                .isEqualTo(new ClaimExplainer.Explanation(refuted.get("says"), refuted.getOrDefault("fix", "")));
    }
}
