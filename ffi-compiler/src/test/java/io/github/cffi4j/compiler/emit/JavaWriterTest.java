package io.github.cffi4j.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavaWriterTest {

    @Test
    void indentsBlocksAndKeepsTheIndentationOfTextBlocks() {
        assertThat(new JavaWriter()
                        .open("class A")
                        .lines("int x;\n\nvoid f() {\n    g();\n}")
                        .blank()
                        .javadoc("One line.")
                        .open("void h()")
                        .javadoc("Two\n\nlines.  ")
                        .lines("i();")
                        .close()
                        .close())
                .hasToString("""
                        class A {
                            int x;

                            void f() {
                                g();
                            }

                            /** One line. */
                            void h() {
                                /**
                                 * Two
                                 *
                                 * lines.
                                 */
                                i();
                            }
                        }
                        """);
    }
}
