package io.github.cffi4j.cdef.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.CdefParser;
import io.github.cffi4j.cdef.Declaration;
import io.github.cffi4j.cdef.Diagnostic;
import io.github.cffi4j.cdef.IncludedTexts;
import io.github.cffi4j.cdef.ParsedCdef;
import io.github.cffi4j.cdef.SourceText;
import io.github.cffi4j.cdef.model.Scope;
import io.github.cffi4j.platform.Platform;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** LayoutRulesTest of ffi-compiler compares random structs with the compilers; here are those that tell the rules apart. */
class LayoutsTest {

    @ParameterizedTest
    @DisplayName("sizes and alignments on x86-64 Linux, AArch64 Linux, AArch64 macOS, Windows and S/390")
    @CsvSource(delimiter = '|', textBlock = """
            int a:3, b:5; char c;                      | 4/4   | 4/4   | 4/4  | 8/4   | 4/4
            char c; int a:3;                           | 4/4   | 4/4   | 4/4  | 8/4   | 4/4
            char a:3; int:0; char b:3;                 | 5/1   | 8/4   | 5/1  | 8/4   | 5/1
            char a; int:0; char b;                     | 5/1   | 8/4   | 5/1  | 2/1   | 5/1
            long long a:33; int b:20;                  | 8/8   | 8/8   | 8/8  | 16/8  | 8/8
            _Bool a:1; int b:7; _Bool c:1;             | 4/4   | 4/4   | 4/4  | 12/4  | 4/4
            char c; long double d;                     | 32/16 | 32/16 | 16/8 | 32/16 | 24/8
            char c; long d;                            | 16/8  | 16/8  | 16/8 | 8/4   | 16/8
            char c; wchar_t d;                         | 8/4   | 8/4   | 8/4  | 4/2   | 8/4
            char c; int x __attribute__((aligned));    | 32/16 | 32/16 | 32/16| 32/16 | 16/8
            char c; double _Complex d;                 | 24/8  | 24/8  | 24/8 | 24/8  | 24/8
            char c; int_fast16_t d;                    | 16/8  | 16/8  | 4/2  | 4/2   | 16/8
            """)
    void bySystemsRules(String fields, String linux, String arm, String mac, String windows, String s390) {
        assertThat(List.of(
                        layout(fields, Platform.LINUX_X86_64),
                        layout(fields, Platform.LINUX_AARCH_64),
                        layout(fields, Platform.OSX_AARCH_64),
                        layout(fields, Platform.WINDOWS_X86_64),
                        layout(fields, Platform.LINUX_S390_64)))
                .containsExactly(linux, arm, mac, windows, s390);
    }

    @Test
    void offsetsOfAllFields() throws Exception {
        String cdef = """
                struct s {
                    char a;
                    union { int b; struct { short c, d; }; };
                    unsigned e : 3, f : 5;
                    double g[];
                };
                """;

        CompositeLayout layout = composite(cdef, Platform.LINUX_X86_64);

        assertThat(layout.fields())
                .extracting(CompositeLayout.Field::name)
                .containsExactly("a", "b", "c", "d", "e", "f", "g");
        assertThat(layout.fields())
                .extracting(CompositeLayout.Field::offset)
                .containsExactly(0L, 4L, 4L, 6L, 8L, 8L, 16L);
        assertThat(layout.field("f").orElseThrow().bitOffset()).isEqualTo(67);
        assertThat(layout.field("f").orElseThrow().bits()).isEqualTo(5);
        assertThat(layout.field("h")).isEmpty();
        assertThat(layout.whole()).isEqualTo(new Layout(16, 8));
    }

    @Test
    void packedAndAligned() throws Exception {
        assertThat(composite("struct s { char a; int b; } __attribute__((packed));", Platform.LINUX_X86_64)
                        .whole())
                .isEqualTo(new Layout(5, 1));
        assertThat(composite("#pragma pack(2)\nstruct s { char a; int b; };", Platform.LINUX_X86_64)
                        .whole())
                .isEqualTo(new Layout(6, 2));
        assertThat(composite(
                                "typedef double d; struct s { char a; char _Alignas(d) b; } __attribute__((aligned(2 * 16)));",
                                Platform.LINUX_X86_64)
                        .whole())
                .isEqualTo(new Layout(32, 32));
    }

    @Test
    void constantsAreWhatThePlatformMakesOfThem() throws Exception {
        String cdef = """
                #define WORDS (sizeof(struct s) / sizeof(long))
                struct s { long a; void *b; };
                enum { ALIGNMENT = _Alignof(struct s), WIDE = (wchar_t)-1 > 0 };
                """;

        Layouts linux = layouts(cdef, Platform.LINUX_X86_64);
        Layouts windows = layouts(cdef, Platform.WINDOWS_X86_64);

        assertThat(linux.value("WORDS")).contains(BigInteger.TWO);
        assertThat(windows.value("WORDS")).contains(BigInteger.valueOf(4));
        assertThat(linux.value("ALIGNMENT")).contains(BigInteger.valueOf(8));
        assertThat(linux.value("WIDE")).contains(BigInteger.ZERO);
        assertThat(windows.value("WIDE")).contains(BigInteger.ONE);
        assertThat(linux.value("NOTHING")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            struct s { int a; ...; };                         | 1:8 'struct s' has '...': only a compiler knows all of its fields
            struct t; struct s { struct t a; };               | 1:8 only the name of 'struct t' is declared
            struct s { struct u a; };                         | 1:12 only the name of 'struct u' is declared
            struct s { struct s a; };                         | 1:8 'struct s' holds itself
            typedef int... i; struct s { i a; };              | 1:1 only a compiler knows this type
            struct s { int a[...]; };                         | 1:17 only a compiler knows the length of this array
            #define N ...\\nstruct s { int a[N]; };           | 2:17 only a compiler knows the length of this array
            struct s { int a[-1]; };                          | 1:17 an array of a negative length
            struct s { char a[0x7fffffff][0x7fffffff]; };     | 1:18 this is larger than the memory of linux-x86_64
            struct s { int a : 33; };                         | 1:20 a bitfield of this type cannot be 33 bits wide
            struct s { _Bool a : 2; };                        | 1:22 a bitfield of this type cannot be 2 bits wide
            #define N ...\\nstruct s { int a : N; };          | 2:20 only a compiler knows the width of this bitfield
            struct s { int a __attribute__((aligned(3))); };  | 1:16 '__attribute__((aligned(3)))' does not tell an alignment
            enum e { A, ... }; struct s { enum e a; };        | 1:31 only a compiler knows the size of this enum
            enum e : short { A }; struct s { enum e a; };     | 1:34 only a compiler knows the size of this enum
            enum e { A } __attribute__((packed)); struct s { enum e a; }; | 1:50 only a compiler knows the size of this enum
            struct s { va_list a; };                          | 1:12 'va_list' is of a size that only a compiler knows
            """)
    void refusesWhatOnlyACompilerKnows(String cdef, String message) {
        UnknownLayoutException refused = catchThrowableOfType(
                UnknownLayoutException.class, () -> composite(cdef.replace("\\n", "\n"), Platform.LINUX_X86_64));

        Diagnostic diagnostic = refused.diagnostic();
        assertThat(diagnostic.span().position().line() + ":"
                        + diagnostic.span().position().column() + " " + diagnostic.message())
                .isEqualTo(message);
    }

    @Test
    @DisplayName(
            "typedefs of arrays of each other, a thousand deep, are refused and not followed into a stack overflow")
    void deepTypes() {
        StringBuilder cdef = new StringBuilder("typedef int t0[1];\n");
        for (int i = 1; i < 1000; i++) {
            cdef.append("typedef t").append(i - 1).append(" t").append(i).append("[1];\n");
        }
        cdef.append("struct s { t999 a; };");

        assertThat(catchThrowableOfType(
                        UnknownLayoutException.class, () -> composite(cdef.toString(), Platform.LINUX_X86_64)))
                .hasMessage("this type refers to itself or is nested too deeply");
    }

    private static String layout(String fields, Platform platform) {
        try {
            CompositeLayout layout = composite("struct s { " + fields + " };", platform);
            return layout.size() + "/" + layout.alignment();
        } catch (CdefException | UnknownLayoutException e) {
            throw new AssertionError(e);
        }
    }

    /** The layout of {@code struct s}. */
    private static CompositeLayout composite(String cdef, Platform platform)
            throws CdefException, UnknownLayoutException {
        ParsedCdef parsed = parse(cdef, platform);
        for (Declaration declaration : parsed.declarations()) {
            if (declaration instanceof Declaration.Composite composite
                    && composite.name().equals("s")) {
                return new Layouts(new Scope(parsed, new ArrayList<>()), platform).of(composite);
            }
        }
        throw new AssertionError("no struct s");
    }

    private static Layouts layouts(String cdef, Platform platform) throws CdefException {
        List<Diagnostic> errors = new ArrayList<>();
        Layouts layouts = new Layouts(new Scope(parse(cdef, platform), errors), platform);
        assertThat(errors).isEmpty();
        return layouts;
    }

    private static ParsedCdef parse(String cdef, Platform platform) throws CdefException {
        return CdefParser.parse(new SourceText("Layouts.cdef", cdef), "", IncludedTexts.NONE, Set.of(platform))
                .on(platform);
    }
}
