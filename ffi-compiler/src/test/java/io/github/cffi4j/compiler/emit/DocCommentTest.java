package io.github.cffi4j.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.cdef.model.Declared;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Comments of a cdef in generated Javadoc. */
class DocCommentTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/** Adds two numbers. */",
                "/* Adds two numbers. */",
                "/*! Adds two numbers. */",
                "/**< Adds two numbers. */",
                "// Adds two numbers.",
                "///< Adds two numbers.",
                "//! Adds two\n//! numbers.",
                "/**\n * Adds two\n * numbers.\n */",
                "/**\r\n * Adds two\r\n * numbers.\r\n */",
                "/***************\n * Adds two numbers.\n ***************/",
                "/*\n   Adds two\n   numbers.\n*/",
                "/** @brief Adds two numbers. */",
                "/** \\brief Adds\n    two numbers. */"
            })
    void theTextIsWhatIsBetweenTheDelimiters(String comment) {
        assertThat(description(comment)).isEqualTo("Adds two numbers.");
    }

    @Test
    void paragraphsListsAndCode() {
        assertThat(description("""
                        /**
                         * First.
                         *
                         * Second with `code`, \\p name and @b bold.
                         * - one
                         *   and more
                         * - two
                         *
                         * 1. first
                         * 2. second
                         *
                         * @code{.c}
                         * if (a < b) {
                         *     f();
                         * }
                         * @endcode
                         * @note Last.
                         */""")).isEqualTo("""
                        First.

                        <p>Second with {@code code}, {@code name} and bold.
                        <ul>
                        <li>one and more
                        <li>two
                        </ul>
                        <ol>
                        <li>first
                        <li>second
                        </ol>
                        <pre>
                        if (a &lt; b) &#123;
                            f();
                        &#125;
                        </pre>

                        <p>Note: Last.""");
    }

    /** As headers have it, Doxygen's code may begin and end within lines, or have no line at all. */
    @Test
    void codeWithinLines() {
        assertThat(description("/** Adds. @code if (a < b) { } @endcode Then more. */"))
                .isEqualTo("Adds. @code if (a &lt; b) &#123; &#125; @endcode Then more.".replace("@", "&#64;"));
        assertThat(description("/** Adds.\n * @code{.c} f(); @endcode\n * More. */"))
                .isEqualTo("Adds.\n<pre>\n f();\n</pre>\n\n<p>More.".replace("\n f", "\nf"));
        assertThat(description("/**\n * @code\n * f();\n * g(); @endcode\n */")).isEqualTo("<pre>\nf();\ng();\n</pre>");
        assertThat(description("/** One.\n * @code\n * @endcode\n * @verbatim\n */"))
                .isEqualTo("One.");
        assertThat(description("/** One\n * ```a < b``` two. */"))
                .contains("{@code a < b}")
                .doesNotContain("<pre>");
    }

    @Test
    void nothingBecomesHtmlOrATag() {
        assertThat(description("/** <b> & {@link X} {@inheritDoc} \\u002a/ @since *\\/ a@b.c */"))
                .isEqualTo(
                        "&lt;b&gt; &amp; {@code X} &#123;&#64;inheritDoc&#125; &#92;u002a/ &#64;since *&#92;/ a&#64;b.c");
        assertThat(description("// ends */ here")).isEqualTo("ends *&#47; here");
        assertThat(description("/** `*\\/ \\u0041` */")).isEqualTo("<code>*&#92;/ &#92;u0041</code>");
        assertThat(description("/** a\u0000b\u001ac */")).isEqualTo("a b c");
    }

    @Test
    void deprecatedThings() {
        assertThat(comment("/** @deprecated Use g(). */").deprecation()).isEqualTo("\n@deprecated Use g().");
        assertThat(comment("/** \\deprecated */").deprecation()).isEqualTo("\n@deprecated by the library");
        assertThat(comment("/** Not deprecated. */").deprecation()).isEmpty();
    }

    @Test
    void theResult() {
        DocComment comment = comment("/** Opens.\n * @return a handle\n * @retval NULL no memory\n */");
        assertThat(comment.parameters(List.of(), parameter -> Optional.empty(), true))
                .isEqualTo("\n@return a handle\n<ul>\n<li>{@code NULL} no memory\n</ul>");
        assertThat(comment.parameters(List.of(), parameter -> Optional.empty(), false))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/* ffi:import git2.h */",
                "/** @file git2.h\n * All of it. */",
                "/** \\defgroup all All */",
                "/* ------------ */",
                "/**/"
            })
    void whatIsAboutSomethingElseIsLeftOut(String comment) {
        assertThat(description(comment)).isEmpty();
    }

    @Test
    void tagsStandBehindTheDescription() {
        assertThat(DocComment.tagged("Text.", "\n@param a b")).isEqualTo("Text.\n\n@param a b");
        assertThat(DocComment.tagged("Text.\n\n@throws X y", "\n@deprecated z"))
                .isEqualTo("Text.\n\n@throws X y\n@deprecated z");
        assertThat(comment("/** Says. */").before("{@code int x;}")).isEqualTo("Says.\n\n<p>{@code int x;}");
        assertThat(comment("/** Says. */").behind("Returns.")).isEqualTo("Returns.\n\n<p>Says.");
    }

    private static String description(String comment) {
        return comment(comment).before("").replaceFirst("\n\n<p>$", "");
    }

    private static DocComment comment(String text) {
        return DocComment.of(new Declared("int x;", Optional.of(text)));
    }
}
