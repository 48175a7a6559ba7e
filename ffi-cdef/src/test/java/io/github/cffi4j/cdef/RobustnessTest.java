package io.github.cffi4j.cdef;

import static io.github.cffi4j.cdef.CdefAssertions.errors;
import static io.github.cffi4j.cdef.CdefAssertions.parse;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile texts end in diagnostics. The time limits are a hundred times what is needed: they tell hanging from working. */
class RobustnessTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    static List<String> tooDeep() {
        return List.of(
                "int x[" + "(".repeat(10_000) + "1" + ")".repeat(10_000) + "];",
                "int x[" + "-+".repeat(10_000) + "1];",
                "#define X " + "(int)".repeat(5_000) + "1",
                "#define X " + "1?1:".repeat(5_000) + "1",
                "#define X " + "sizeof ".repeat(5_000) + "1",
                "int " + "*".repeat(5_000) + "p;",
                "int x" + "[1]".repeat(5_000) + ";",
                "int " + "(".repeat(5_000) + "x" + ")".repeat(5_000) + ";",
                "void f(" + "void g(".repeat(3_000) + ")".repeat(3_001) + ";",
                "struct s { ".repeat(5_000) + "int a; " + "} x;".repeat(5_000),
                "void f(" + ("int (*" + "*".repeat(50) + ")(").repeat(100) + ")".repeat(101) + ";");
    }

    @ParameterizedTest
    @MethodSource("tooDeep")
    void deepNestingIsAnError(String cdef) {
        assertThat(errors(cdef)).first().asString().contains("nested more than 200 levels deep");
    }

    @Test
    void longChainsOfOperatorsAreAnError() {
        assertThat(errors("int x[1" + "+1".repeat(1_001) + "];"))
                .hasSize(1)
                .first()
                .asString()
                .contains("1000 operators");
        assertThat(errors("int x[" + ("(1" + "+1".repeat(100) + "+").repeat(50) + "1" + ")".repeat(50) + "];"))
                .first()
                .asString()
                .contains("1000 operators");
        assertThat(errors("int x[1" + "+1".repeat(1_000) + "];")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"_Alignas(8) ", "_Alignas(8) const ", "[[gnu::aligned(8)]] ", "__attribute__((aligned(8))) "})
    @DisplayName("attributes that each field takes along are few, lest they multiply (fault 33)")
    void countlessLayouts(String attribute) {
        assertThat(errors("struct s { " + attribute.repeat(101) + "int a" + ", b".repeat(10) + "; };"))
                .first()
                .asString()
                .contains("more than 100 attributes of one declaration");
    }

    @Test
    void deepButReasonableNestingWorks() {
        assertThat(errors("int x[" + "(".repeat(150) + "1" + ")".repeat(150) + "];"))
                .isEmpty();
        assertThat(errors("struct s { ".repeat(150) + "int a; " + "} x;".repeat(150)))
                .isEmpty();
    }

    @Test
    void aMegabyteOfDeclarations() {
        String line = "int f(int a, struct s *b, unsigned long c[3]);\n# 1 \"x\"\n";
        Assertions.assertTimeoutPreemptively(
                LIMIT,
                () -> assertThat(parse(line.repeat(20_000)).declarations()).hasSize(20_000));
    }

    @Test
    void muchOfAnythingElse() {
        for (String piece : List.of(
                "(",
                "{",
                "[[",
                "struct{",
                "\0\1",
                "'",
                "\"\n",
                "#\n",
                "# 1\n",
                "\\\n",
                "/*",
                "*",
                ";",
                "a,",
                "int a,",
                "enum{A,",
                "0x",
                "...",
                "extern \"C\"{",
                "#if\n",
                "int f(a,")) {
            String text = piece.repeat(200_000 / piece.length());
            Assertions.assertTimeoutPreemptively(LIMIT, () -> errors(text), () -> "hangs on " + piece);
        }
    }
}
