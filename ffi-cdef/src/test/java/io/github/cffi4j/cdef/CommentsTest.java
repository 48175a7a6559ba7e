package io.github.cffi4j.cdef;

import static io.github.cffi4j.cdef.CdefAssertions.parse;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CommentsTest {

    @Test
    void directlyAbove() {
        assertComments("""
                /** Adds. */
                int add(int a, int b);

                /* Two lines,
                   one comment. */
                #define N 1
                // The name.
                extern const char *const NAME;
                """, "add: /** Adds. */", "N: /* Two lines,\n   one comment. */", "NAME: // The name.");
    }

    @Test
    void behindOnTheSameLine() {
        assertComments("""
                int a; /**< Mine. */
                int b; ///< Mine too.
                int c; // And mine.
                #define D 4 /* Four. */
                extern int e;
                """, "a: /**< Mine. */", "b: ///< Mine too.", "c: // And mine.", "D: /* Four. */", "e: none");
    }

    @Test
    @DisplayName("a run of line comments is one, and one behind a declaration goes on at the same column only")
    void runs() {
        assertComments(
                """
                // Opens it.
                //
                //   Twice.
                int open(void);
                int a; // Is first
                       // of all.
                int b; // Is second.
                // Is third.
                int c;
                """,
                "open: // Opens it.\n//\n//   Twice.",
                "a: // Is first\n       // of all.",
                "b: // Is second.",
                "c: // Is third.");
    }

    @Test
    void whatIsAboutSomethingElseOrNothing() {
        assertComments(
                """
                /* A heading. */

                int a;
                struct s; /* s */
                int b;
                int c(void); /**< c */
                int d(void);
                /**< e, which is not here. */
                int f(void);
                // Another thing.
                #pragma once
                int g(void /* inside */);
                int h(void);
                /* the end */
                """, "a: none", "s: /* s */", "b: none", "c: /**< c */", "d: none", "f: none", "g: none", "h: none");
    }

    @Test
    void severalOnOneLine() {
        assertComments(
                "/* a */ int a; /* b */ int b; int c; /**< c */ int d; int e; /* e */",
                "a: /* a */",
                "b: /* b */",
                "c: /**< c */",
                "d: none",
                "e: /* e */");
        assertComments("/* both */\nint a, *b;", "a: /* both */", "b: /* both */");
    }

    @Test
    void fields() {
        assertComments(
                """
                /** A place. */
                typedef struct place { // It has
                    double x, y; /* in metres */
                    /** The place before it. */
                    struct place *last;
                    int flags;
                    /** Either. */
                    union {
                        int a; ///< An a.
                        char b;
                    };
                    unsigned c : 3 /* bits */, d : 2; // Of d, and of c.
                } place;
                """,
                "#1: /** Either. */",
                "  a: ///< An a.",
                "  b: none",
                "place: /** A place. */",
                "  x: /* in metres */",
                "  y: /* in metres */",
                "  last: /** The place before it. */",
                "  flags: none",
                "  _: /** Either. */",
                "  c: // Of d, and of c.",
                "  d: // Of d, and of c.",
                "place: /** A place. */");
    }

    @Test
    void enumerators() {
        assertComments(
                """
                /** What it looks like. */
                enum colour {
                    RED = 1 + 2, /**< As blood. */
                    GREEN,       // As grass.
                    /** As the sky. */
                    BLUE,
                    WHITE /* as snow */, GREY, /* as ash */
                    PINK = 7 // as roses
                };
                enum { A, /* b */ B /* mine */, C, /**< c */ D };
                enum { E, ... /* more */ };
                """,
                "colour: /** What it looks like. */",
                "  RED: /**< As blood. */",
                "  GREEN: // As grass.",
                "  BLUE: /** As the sky. */",
                "  WHITE: /* as snow */",
                "  GREY: /* as ash */",
                "  PINK: // as roses",
                "#1: none",
                "  A: none",
                "  B: /* b */",
                "  C: /**< c */",
                "  D: none",
                "#2: none",
                "  E: none");
    }

    @Test
    void asTheLexerSeesThem() {
        assertComments(
                "static const char S = '\"'; // \"\n#define T \"/* no comment */\" // one\r\n\r\n"
                        + "// goes \\\r\n   on\r\nint a;\n#define B 10\n/* it's b */\nint c;",
                "S: // \"",
                "T: // one",
                "a: // goes \\\r\n   on",
                "B: none",
                "c: /* it's b */");
        assertComments(
                "#if defined(_WIN32) // Windows\nint w;\n#else\n/* u */\nint u;\n#endif /* no Windows */\nint v;",
                "u: /* u */",
                "v: none");
    }

    @Test
    void linkage() {
        assertComments(
                "extern \"Java\" { /** Called. */\nint a(void);\n/** Called back. */\n[[ffi::critical]] int b(void); }"
                        + "\n// c\nextern \"Java\" int c(void);",
                "a: none",
                "b: /** Called back. */",
                "c: // c");
    }

    @Test
    void itsPosition() {
        Declaration add = parse("# 7 \"add.h\"\n  /** Adds. */\nint add(int a, int b);")
                .declarations()
                .get(0);

        assertThat(add.comment().map(Span::position)).contains(new SourcePosition("add.h", 7, 3));
    }

    private static void assertComments(String cdef, String... expected) {
        List<String> found = new ArrayList<>();
        for (Declaration declaration : parse(cdef).declarations()) {
            found.add(declaration.name() + ": " + text(declaration.comment()));
            if (declaration instanceof Declaration.Composite composite) {
                composite.body().ifPresent(body -> body.fields()
                        .forEach(field -> found.add("  " + field.name().orElse("_") + ": " + text(field.comment()))));
            } else if (declaration instanceof Declaration.Enumeration enumeration) {
                enumeration.enumerators().forEach(each -> found.add("  " + each.name() + ": " + text(each.comment())));
            }
        }
        assertThat(found).containsExactly(expected);
    }

    private static String text(Optional<Span> comment) {
        return comment.map(Span::text).orElse("none");
    }
}
