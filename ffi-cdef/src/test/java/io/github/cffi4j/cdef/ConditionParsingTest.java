package io.github.cffi4j.cdef;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.platform.Platform;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which platforms see what of a cdef with conditions. */
class ConditionParsingTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            if 1 ; all
            if 0 ; none
            if 0x10 > 017 && 0b11 && 3UL ; all
            if -1 < 0 ; all
            if !(1 != 2) || 0 ; none
            if 1 || 0 && 0 ; all
            ifdef _WIN32 ; windows-x86_64 windows-aarch_64
            if defined(__APPLE__) && defined __MACH__ ; osx-x86_64 osx-aarch_64
            ifndef __linux__ ; osx-x86_64 osx-aarch_64 windows-x86_64 windows-aarch_64
            if defined(__linux__) && !defined(__GLIBC__) ; linux-x86_64-musl linux-aarch_64-musl
            if __GLIBC__ >= 2 ; linux-x86_64 linux-aarch_64
            if __aarch64__ && !_WIN32 ; linux-aarch_64 linux-aarch_64-musl osx-aarch_64
            if _M_X64 <= 100 && _M_X64 ; windows-x86_64
            if defined(_MSC_VER) || defined(__cplusplus) ; none
            if __SIZEOF_LONG__ < __SIZEOF_POINTER__ ; windows-x86_64 windows-aarch_64
            """)
    void evaluatesConditionsForEachPlatform(String directive, String platforms) throws CdefException {
        assertThat(seeing("x", "#" + directive + "\nint x;\n#endif")).isEqualTo(platforms);
    }

    @Test
    void takesTheFirstBranchThatIsTrue() throws CdefException {
        String cdef = """
                #if defined(_WIN32)
                int windows;
                #elif defined(__APPLE__)
                int apple;
                #elifdef __x86_64__
                int processor;
                #elifndef __GLIBC__
                int musl;
                #else
                int other;
                #endif
                int all;
                """;
        assertThat(seeing("windows", cdef)).isEqualTo("windows-x86_64 windows-aarch_64");
        assertThat(seeing("apple", cdef)).isEqualTo("osx-x86_64 osx-aarch_64");
        assertThat(seeing("processor", cdef)).isEqualTo("linux-x86_64 linux-x86_64-musl");
        assertThat(seeing("musl", cdef)).isEqualTo("linux-aarch_64-musl");
        assertThat(seeing("other", cdef)).isEqualTo("linux-aarch_64");
        assertThat(seeing("all", cdef)).isEqualTo("all");
    }

    @Test
    void followsConditionsInsideOfOthers() throws CdefException {
        String cdef = """
                #ifndef _WIN32
                # ifdef __APPLE__
                int apple;
                # else
                int linux_;
                # endif
                #endif
                """;
        assertThat(seeing("apple", cdef)).isEqualTo("osx-x86_64 osx-aarch_64");
        assertThat(seeing("linux_", cdef))
                .isEqualTo("linux-x86_64 linux-aarch_64 linux-x86_64-musl linux-aarch_64-musl");
    }

    @Test
    void doesNotLookAtWhatNoPlatformSees() throws CdefException {
        String cdef = """
                #if 0
                  this is "no C at all
                  #include <windows.h>
                  #if UNKNOWN
                  #endif
                #elif 1
                int x;
                #elif UNKNOWN
                #endif
                """;
        assertThat(seeing("x", cdef)).isEqualTo("all");
    }

    @Test
    void parsesOnceWhatPlatformsSeeAlike() throws CdefException {
        assertThat(variants("int x;")).hasSize(1);
        assertThat(variants("#ifdef __cplusplus\nextern \"C\" {\n#endif\nint x;\n#ifdef __cplusplus\n}\n#endif"))
                .hasSize(1);
        assertThat(variants("#ifdef _WIN32\nint x;\n#endif\n#ifndef _WIN32\nint y;\n#endif"))
                .hasSize(2);
        assertThat(variants("#ifdef _WIN32\nint x;\n#endif\n#ifdef __aarch64__\nint y;\n#endif"))
                .hasSize(4);
    }

    @Test
    void knowsTheLinesThatGuardAHeader() throws CdefException {
        assertThat(variants("#ifndef GEO_H\n#define GEO_H\nint x;\n#endif /* GEO_H */"))
                .singleElement()
                .satisfies(variant -> assertThat(variant.cdef().declarations()).hasSize(1));
    }

    @Test
    void standsAnywhereInADeclaration() throws CdefException {
        String cdef = """
                struct s {
                #ifdef _WIN32
                    int w;
                #else
                    long u;
                #endif
                    int all;
                };
                enum e { A,
                #ifdef _WIN32
                    B = 7,
                #endif
                    C };
                int f(int a
                #ifdef _WIN32
                    , int b
                #endif
                    );
                """;
        assertThat(printed(cdef, Platform.WINDOWS_X86_64)).isEqualTo("""
                struct s {w: int; all: int}
                enum e {A, B = 7, C}
                function f(a: int, b: int) -> int""");
        assertThat(printed(cdef, Platform.OSX_X86_64)).isEqualTo("""
                struct s {u: long; all: int}
                enum e {A, C}
                function f(a: int) -> int""");
    }

    @Test
    void givesTheSameTypeWithoutANameTheSameTag() throws CdefException {
        List<ConditionalCdef.Variant> variants =
                variants("#ifdef _WIN32\ntypedef struct { int x; } w;\n#endif\ntypedef struct { int x; } t;");
        assertThat(variants.get(0).cdef().declarations().get(0))
                .isEqualTo(variants.get(1).cdef().declarations().get(2));
    }

    @Test
    void saysWhereAnErrorIsIfNotEverywhere() {
        assertThat(details("#ifdef _WIN32\nfoo_t f(void);\n#endif"))
                .containsExactly("on: windows-x86_64 windows-aarch_64");
        assertThat(details("foo_t f(void);\n#ifdef _WIN32\nint x;\n#endif")).containsExactly("");
    }

    @Test
    void looksOnlyAtThePlatformsItIsFor() throws CdefException {
        String cdef = "#ifndef __linux__\n#error Linux only\n#endif\nint x;";
        Set<Platform> linux = EnumSet.of(Platform.LINUX_X86_64, Platform.LINUX_AARCH_64);
        assertThat(CdefParser.parse(new SourceText("Test.cdef", cdef), "", IncludedTexts.NONE, linux)
                        .variants())
                .singleElement()
                .satisfies(variant -> assertThat(variant.platforms()).isEqualTo(linux));
    }

    @Test
    void notesWhatHasNoEffect() {
        assertThat(CdefAssertions.notes("#warning old\n#ifdef _WIN32\n#else WIN\nint x;\n#endif _WIN32"))
                .containsExactly(
                        "1:1 the cdef says: old",
                        "3:1 what follows '#else' has no effect",
                        "5:1 what follows '#endif' has no effect");
    }

    private static List<String> details(String cdef) {
        try {
            variants(cdef);
            return List.of();
        } catch (CdefException e) {
            return e.diagnostics().stream()
                    .map(diagnostic -> diagnostic.details().orElse(""))
                    .toList();
        }
    }

    private static String printed(String cdef, Platform platform) throws CdefException {
        return CdefAssertions.parseConditional(cdef).on(platform).declarations().stream()
                .map(CdefPrinter::print)
                .collect(Collectors.joining("\n"));
    }

    private static List<ConditionalCdef.Variant> variants(String cdef) throws CdefException {
        return CdefParser.parse(new SourceText("Test.cdef", cdef)).variants();
    }

    private static String seeing(String name, String cdef) throws CdefException {
        ConditionalCdef parsed = CdefAssertions.parseConditional(cdef);
        List<Platform> platforms = EnumSet.copyOf(Platform.standard()).stream()
                .filter(platform -> parsed.on(platform).declarations().stream()
                        .anyMatch(declaration -> declaration.name().equals(name)))
                .toList();
        return platforms.size() == Platform.standard().size()
                ? "all"
                : platforms.isEmpty()
                        ? "none"
                        : platforms.stream().map(Platform::classifier).collect(Collectors.joining(" "));
    }
}
