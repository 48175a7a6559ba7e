package io.github.cffi4j.cdef;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.platform.Platform;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lengths of array parameters that other parameters give (fault 4). */
class VariableLengthsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int f(int n, double m[n]);",
                "int f(int n, int m[n][n]);",
                "int f(int n, int m[][n]);",
                "int f(int n, int m[*][*]);",
                "int f(int n, int (*m)[n * 2 + 1]);",
                "int f(int n, int m[static n]);",
                "int f(int n, int m[const n]);",
                "int f(int n, int m[n][sizeof n]);",
                "int f(int n, int m[n ? n : 1][(int) n]);",
                "int f(int n, int m[n][n][4]);",
                "int f(int n, int (*each)(int m[n][n]));",
                "typedef int (*each)(int n, int m[n][n]);",
                "struct s { int (*each)(int n, int m[n][n]); };",
                "extern \"Java\" int f(int n, int m[n][n]);",
            })
    void areLeftOut(String cdef) throws Exception {
        List<Declaration> declarations = declarations(new SourceText("T.cdef", cdef));

        assertThat(declarations.toString()).doesNotContain("Fixed[expression=Name", "Fixed[expression=Binary");
    }

    @Test
    void ofConstantsStay() throws Exception {
        List<Declaration> declarations =
                declarations(new SourceText("T.cdef", "#define N 3\nint f(int n, int m[2][N]);"));

        assertThat(declarations.toString()).contains("Fixed[expression=Name[name=N");
    }

    /** Not of another function's parameter, and not of one that follows. */
    @Test
    void areThoseOfParametersBefore() throws Exception {
        List<Declaration> declarations =
                declarations(new SourceText("T.cdef", "int g(int n);\nint f(int m[2][n], int n);"));

        assertThat(declarations.toString()).contains("Fixed[expression=Name[name=n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"int f(int n, int m[n][n][n]);", "int f(int n, int m[2][3][n]);", "int f(int n, int m[*][*][*]);"
            })
    void insideArraysOfArraysAreRefused(String cdef) {
        assertThatThrownBy(() -> CdefParser.parse(new SourceText("T.cdef", cdef)))
                .isInstanceOf(CdefException.class)
                .hasMessageContaining("a length that another parameter gives, inside an array of arrays")
                .hasMessageContaining("fix: declare the parameter as 'void *'");
    }

    private static List<Declaration> declarations(SourceText source) throws CdefException {
        return CdefParser.parse(source).on(Platform.LINUX_X86_64).declarations();
    }
}
