package io.github.cffi4j.cdef;

import static io.github.cffi4j.cdef.CdefAssertions.assertParsed;
import static io.github.cffi4j.cdef.CdefAssertions.notes;
import static io.github.cffi4j.cdef.CdefAssertions.parse;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantParsingTest {

    @Test
    void anExpressionIsC_onOneLineAndWithoutComments() {
        assertThat(text("1 // \"one\"\n + /* two\n */2 \\\n* 'a'")).isEqualTo("1 + 2 * 'a'");
        assertThat(text("sizeof(int)\n- 1")).isEqualTo("sizeof(int) - 1");
        assertThat(text("1/**/+/**/'\"'")).isEqualTo("1 + '\"'");
    }

    private static String text(String expression) {
        Declaration.Enumeration parsed = (Declaration.Enumeration)
                parse("enum e { A = " + expression + "\n};").declarations().get(0);
        Declaration.EnumeratorValue.Given given =
                (Declaration.EnumeratorValue.Given) parsed.enumerators().get(0).value();
        return given.expression().text();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "42",
                "0x2A",
                "0XFFul",
                "052",
                "0b101",
                "42u",
                "42UL",
                "42llu",
                "42LLU",
                "1.5",
                ".5",
                "5.",
                "1e9",
                "1e-9f",
                "0x1p-3",
                "'a'",
                "'\\n'",
                "'\\x41'",
                "'\\0'",
                "'\\''",
                "L'x'",
                "u8'x'",
                "\"text\"",
                "\"\\\"\"",
                "NAME"
            })
    void literalsAsSpelt(String literal) {
        assertParsed("#define X " + literal, "macro X = " + literal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "1+2*3-4 @ ((1 + (2 * 3)) - 4)",
                "1<<2+3 @ (1 << (2 + 3))",
                "a|b^c&d @ (a | (b ^ (c & d)))",
                "a||b&&c==d<e @ (a || (b && (c == (d < e))))",
                "-~!+1 @ -~!+1",
                "(1+2)*3 @ ((1 + 2) * 3)",
                "a?b:c?d:e @ (a ? b : (c ? d : e))",
                "sizeof(int)*2 @ (sizeof<int> * 2)",
                "sizeof(struct s *) @ sizeof<*struct s>",
                "sizeof(size_t[3]) @ sizeof<[3]size_t>",
                "sizeof x + 1 @ (sizeof x + 1)",
                "sizeof(x) @ sizeof x",
                "_Alignof(double) @ _Alignof<double>",
                "(unsigned char)-1 @ cast<unsigned char>-1",
                "(int(*)(void))0 @ cast<*fn() -> int>0",
                "(x)-1 @ (x - 1)",
                "(size_t)-1 @ cast<size_t>-1",
                "0x1E+1 @ (0x1E + 1)",
                "!a!=b @ (!a != b)",
                "7%4/2 @ ((7 % 4) / 2)",
                "1>=2>1 @ ((1 >= 2) > 1)",
            })
    void expressions(String written, String meant) {
        assertParsed("#define X " + written, "macro X = " + meant);
    }

    @Test
    void theSpanOfAnExpressionIsItsText() {
        Declaration.Macro macro = (Declaration.Macro)
                parse("#define X (1 + 2) * (3 + (4))").declarations().get(0);
        Expression.Binary product = (Expression.Binary) macro.value().orElseThrow();
        assertThat(product.span().text()).isEqualTo("(1 + 2) * (3 + (4))");
        assertThat(product.right().span().text()).isEqualTo("3 + (4)");
    }

    @Test
    void macrosStandAnywhere() {
        assertParsed(
                "struct s {\n#define A 1\n  int a;\n  #  define B ...\n};\n#define C \"a\" \\\n  \"b\"\n#\n#define D /* why */ (4)",
                "struct s {a: int}",
                "macro A = 1",
                "macro B = ...",
                "macro C = \"a\" \\\n  \"b\"",
                "macro D = 4");
    }

    @Test
    void constantsAndVariables() {
        assertParsed(
                """
                static const int A = 42;
                static const double B;
                extern const char *const C;
                const struct s D;
                extern const char *e;
                static int f;
                long g[3];
                extern const int h[2];
                void (*const I)(int);
                """,
                "constant A: const int = 42",
                "constant B: const double",
                "constant C: *const const char",
                "constant D: const struct s",
                "variable e: *const char",
                "variable f: int",
                "variable g: [3]long",
                "variable h: [2]const int",
                "constant I: *const fn(int) -> void");
    }

    @Test
    void integersWithAValueAreConstants() {
        assertParsed("int A = 11; uint32_t B = -1;", "constant A: int = 11", "constant B: uint32_t = -1");
    }

    @Test
    void initialValuesOfVariablesAreNoted() {
        assertThat(
                        notes(
                                "float a = 3; char b[] = \"x\"; static const int c[2] = {1, {2}}; __thread int d; int e = sizeof(int);"))
                .containsExactly(
                        "1:9 the initial value of 'a' has no effect",
                        "1:23 the initial value of 'b' has no effect",
                        "1:52 the initial value of 'c' has no effect",
                        "1:64 '__thread' has no effect",
                        "1:86 the initial value of 'e' has no effect");
    }
}
