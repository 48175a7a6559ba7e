package io.github.cffi4j.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LongLineTest {
    @Test
    void aStatementBreaksWhereItIsNestedLeast() {
        assertThat(LongLine.broken("return first(a, second(b, c), d);", 26))
                .containsExactly("return first(a,", "        second(b, c), d);");
        assertThat(LongLine.broken("x = condition(a) ? first(b, c) : second(d);", 40))
                .containsExactly("x = condition(a) ? first(b, c)", "        : second(d);");
        assertThat(LongLine.broken("return at(new Pointer(slice(0, size)));", 37))
                .containsExactly("return at(", "        new Pointer(slice(0, size)));");
    }

    @Test
    void textIsNotTorn() {
        assertThat(LongLine.broken("call(\"a, b\\\", (c ? d : e, f\", g);", 20))
                .containsExactly("call(", "        \"a, b\\\", (c ? d : e, f\", g);");
    }

    @Test
    void whatFitsOrCannotBeBrokenStays() {
        assertThat(LongLine.broken("call(a, b);", 11)).containsExactly("call(a, b);");
        assertThat(LongLine.broken("aVeryLongNameWithoutAnyPlace();", 10))
                .containsExactly("aVeryLongNameWithoutAnyPlace();");
        assertThat(LongLine.broken("// a comment, which is long", 10)).containsExactly("// a comment, which is long");
    }

    @Test
    void wordsFillTheLinesOfAComment() {
        assertThat(LongLine.filled("one two three\nfour", 8)).containsExactly("one two", "three", "four");
        assertThat(LongLine.filled("<pre>{@code\nint a, b, c;\n}</pre>\nnot code", 6))
                .containsExactly("<pre>{@code", "int a, b, c;", "}</pre>", "not", "code");
    }
}
