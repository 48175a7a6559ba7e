package io.github.cffi4j.compiler.header;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderCommentsTest {
    /** Line, column of the name, last line of the declaration, and what is said about it. */
    @ParameterizedTest
    @CsvSource({
        "2, 2, kind, whole",
        "2, 2, A,",
        "2, 2, B,",
        "4, 4, x, to the east",
        "6, 9, more, more",
        "7, 7, C, first",
        "8, 8, D, second"
    })
    void belongToWhatTheyStandAt(int line, int lastLine, String name, String expected) {
        HeaderComments comments = HeaderComments.of("""
                /** whole */
                typedef enum { A, B } kind; /* behind the whole */

                double x; /**< to the east */
                /** more */
                typedef enum {
                    C, /**< first */
                    D /**< second */
                } more;
                """);

        assertThat(comments.about(name, new Place("a.h", line, lastLine), false).orElse(null))
                .isEqualTo(expected);
    }
}
