package io.github.cffi4j.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavadocTextTest {
    @TempDir
    private Path classes;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            int f(int a);                | {@code int f(int a);}
            struct s { int x; };         | {@code struct s { int x; };}
            int  f( void );              | {@code int f( void );}
            int f(void); /* } */         | <code>int f(void); /* &#125; *&#47;</code>
            #define X '\\u002a/'         | <code>#define X '&#92;&#92;u002a/'</code>
            int f(list<int> @x);         | <code>int f(list&lt;int&gt; &#64;x);</code>
            #define AND &                | {@code #define AND &}
            """)
    void showsDeclarationsAsTheyAre(String c, String javadoc) {
        assertThat(JavadocText.code(c)).isEqualTo(javadoc);
    }

    @Test
    void keepsTheLinesOfABlock() {
        assertThat(JavadocText.block("struct s {\n    int x;\n};"))
                .isEqualTo("<pre>{@code\nstruct s {\n    int x;\n};\n}</pre>");
        assertThat(JavadocText.block("struct s { int x; };")).isEqualTo("{@code struct s { int x; };}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int f(void); /* end */ } class X {",
                "#define X \"\\u002a\\u002f\"",
                "#define X \"\\u0022\\u007d\\u007d\"",
                "struct s { /* @param { @code */\n int x; };",
                "}}}{{{\n*/",
                "*/*/ @deprecated <b>unclosed & \\u",
                "int f(void); // */",
            })
    void noDeclarationEndsTheComment(String c) {
        String source = new JavaWriter()
                .open("class Hostile")
                .javadoc(JavadocText.code(c))
                .lines("int code;")
                .javadoc(JavadocText.block(c))
                .lines("int block;")
                .close()
                .toString();
        StringWriter output = new StringWriter();
        List<String> options = List.of("-Xlint:all", "-Xdoclint:all,-missing", "-Werror", "-d", classes.toString());
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .getTask(output, null, null, options, null, List.of(new SourceText(source)))
                        .call())
                .as("%s%n%s", output, source)
                .isTrue();
    }

    private static final class SourceText extends SimpleJavaFileObject {
        private final String text;

        SourceText(String text) {
            super(URI.create("string:///Hostile.java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
