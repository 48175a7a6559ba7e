package io.github.cffi4j.compiler.header;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderCommentsTest {
    /** Line, column of the name, last line of the declaration, and what is said about it. */
    @ParameterizedTest
    @CsvSource({
        "2, 23, 2, whole",
        "2, 16, 2, ",
        "2, 19, 2, ",
        "4, 9, 4, to the east",
        "6, 3, 9, more",
        "7, 5, 7, first",
        "8, 5, 8, second"
    })
    void belongToWhatTheyStandAt(int line, int column, int lastLine, String expected) {
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

        assertThat(comments.about(new Place("a.h", line, column, lastLine), false)
                        .orElse(null))
                .isEqualTo(expected);
    }
}
