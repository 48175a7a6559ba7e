package io.github.cffi4j.compiler.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.compiler.naming.TestNaming;
import io.github.cffi4j.platform.Platform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BindingVerifierTest {
    private static final Platform LINUX = Platform.LINUX_X86_64;
    private static final Platform MAC = Platform.OSX_AARCH_64;
    private static final Platform WINDOWS = Platform.WINDOWS_X86_64;
    private static final NewerNames KNOWS_NOTHING = (name, lacking) -> Optional.empty();

    @Test
    void tellsAFailureOfSeveralPlatformsOnce() {
        assertThat(refuted(
                                "#define X 42",
                                Map.of(
                                        LINUX,
                                        error(1, "static assertion failed due to requirement '(43) == (42)': ffi"),
                                        MAC,
                                        error(1, "static assertion failed due to requirement '(43) == (42)': ffi"),
                                        WINDOWS,
                                        error(1, "static assertion failed due to requirement '(44) == (42)': ffi")))
                        .getMessage())
                .isEqualTo("""
                        Test.cdef:1:9: 'X' is 43 in the headers, 42 here
                            1 | #define X 42
                              |         ^
                          on: linux-x86_64 osx-aarch_64
                          fix: write '43', or '...' to let the compiler tell
                        Test.cdef:1:9: 'X' is 44 in the headers, 42 here
                            1 | #define X 42
                              |         ^
                          on: windows-x86_64
                          fix: write '44', or '...' to let the compiler tell""");
    }

    @Test
    void saysAllPlatformsWhereItIsAll() {
        assertThat(refuted(
                                "int f(void);",
                                Map.of(
                                        LINUX, error(1, "call to undeclared function 'f'"),
                                        MAC, error(1, "call to undeclared function 'f'")))
                        .getMessage())
                .contains("on: all 2 platforms");
    }

    @Test
    void ofAStructTellsOnlyTheCause() {
        CdefException refuted = refuted("struct s { int x; int y; };", Map.of(LINUX, """
                ffi-claims:4:40: error: no member named 'y' in 'struct s'
                ffi-claims:5:40: error: no member named 'y' in 'struct s'
                ffi-claims:8:16: error: no member named 'y' in 's'
                ffi-claims:10:16: error: static assertion failed due to requirement 'sizeof(struct s) == 8': ffi
                """));
        assertThat(refuted.diagnostics())
                .extracting(diagnostic -> diagnostic.message())
                .containsExactly("'struct s' has no field 'y' in the headers");
    }

    @Test
    void tellsIndependentFailuresInTheOrderOfTheCdef() {
        CdefException refuted = refuted("int f(int *a, int *b);\nint g(void);\n#define X 1", Map.of(LINUX, """
                ffi-claims:1:17: error: use of undeclared identifier 'X'
                ffi-claims:4:1: error: incompatible pointer types passing 'int *' to parameter of type 'long *'
                ffi-claims:5:1: error: incompatible pointer types passing 'int *' to parameter of type 'char *'
                ffi-claims:7:40: error: call to undeclared function 'g'
                """));
        assertThat(refuted.diagnostics())
                .extracting(diagnostic -> diagnostic.message())
                .containsExactly(
                        "parameter 'a' of 'f' is 'long *' in the headers, 'int *' here",
                        "parameter 'b' of 'f' is 'char *' in the headers, 'int *' here",
                        "'g' is not declared by the headers",
                        "'X' is not declared by the headers");
    }

    @Test
    void aPreambleThatDoesNotCompileIsToldFirstAndAlone() {
        PreambleException broken = catchThrowableOfType(
                PreambleException.class, () -> judge("int f(void);", Map.of(LINUX, """
                        ./Test.c:1:10: fatal error: 'nosuch.h' file not found
                        """, MAC, """
                        lib/stddef.h:18:1: error: expected ')'
                        ./Test.c:1:6: note: to match this '('
                        ffi-claims:1:40: error: call to undeclared function 'f'
                        """)));
        assertThat(broken.getMessage())
                .isIn(
                        "./Test.c:1:10: 'nosuch.h' file not found\n   on: linux-x86_64\n   fix: include it inside '#if' for the"
                                + " platforms that have it, and use it so in the cdef; or remove the others from <platforms>",
                        "lib/stddef.h:18:1: expected ')'\n  ./Test.c:1:6: to match this '('\n   on: osx-aarch_64");
    }

    @Test
    void saysWhichFileIncludesTheHeaderOfAMissingName() {
        String fix = "fix: include its header in Test.c, or correct the name";
        assertThat(undeclaredOn(Optional.of("Test.c"), LINUX, MAC)).endsWith(fix);
        assertThat(undeclaredOn(Optional.of("Test.c"), MAC))
                .endsWith(
                        "fix: declare it inside '#if' for the platforms that have it, or include its header for these, too, in"
                                + " Test.c");
        assertThat(undeclaredOn(Optional.of("Test.c"), LINUX))
                .endsWith(
                        "fix: include its header in Test.c, for glibc after '#define _GNU_SOURCE', or correct the name,"
                                + " or declare it inside '#if' for the platforms that have it");
        assertThat(undeclaredOn(Optional.empty(), LINUX, MAC))
                .endsWith("fix: write Test.c beside the cdef, and include the header there");
    }

    private static String undeclaredOn(Optional<String> preamble, Platform... lacking) {
        return undeclaredOn(KNOWS_NOTHING, preamble, lacking);
    }

    private static String undeclaredOn(NewerNames newer, Optional<String> preamble, Platform... lacking) {
        Map<Platform, ProbeResult> results = new EnumMap<>(Platform.class);
        List.of(LINUX, MAC).forEach(platform -> results.put(platform, new ProbeResult.Confirmed(object())));
        List.of(lacking)
                .forEach(platform -> results.put(
                        platform,
                        new ProbeResult.Refused(ClangMessage.errors(error(1, "call to undeclared function 'f'")))));
        BindingVerifier verifier = new BindingVerifier(TestNaming.of("int f(void);"), preamble);
        return catchThrowableOfType(CdefException.class, () -> verifier.judge(results, newer))
                .getMessage();
    }

    @Test
    @DisplayName("a name that a later version has is no matter of headers (fault 28)")
    void tellsOfLaterVersions() {
        NewerNames newer = (name, lacking) -> Optional.of(name + " came later to " + lacking);

        assertThat(undeclaredOn(newer, Optional.of("Test.c"), LINUX))
                .endsWith(
                        "fix: f came later to [linux-x86_64], or declare it inside '#if' for the platforms that have it");
        assertThat(undeclaredOn(newer, Optional.of("Test.c"), LINUX, MAC))
                .endsWith("fix: include its header in Test.c, or correct the name;"
                        + " f came later to [linux-x86_64, osx-aarch_64]");
    }

    @Test
    void aMissingFieldWhoseTypeHasNoNameIsToldOnce() {
        String cdef = "struct s { union { int i; float f; } u; int n; };";
        String probe = new BindingVerifier(TestNaming.of(cdef), Optional.of("Test.c"))
                .probeSources()
                .get(0)
                .text();
        int claim = 0;
        List<String> errors = new ArrayList<>();
        for (String line : probe.lines().toList()) {
            if (line.startsWith("#line")) {
                claim++;
            } else if (line.contains("->u")) {
                errors.add(error(claim, "no member named 'u' in 'struct s'"));
            }
        }
        CdefException refuted = refuted(cdef, Map.of(LINUX, String.join("\n", errors)));
        assertThat(errors).hasSizeGreaterThan(5);
        assertThat(refuted.diagnostics()).hasSize(1);
        assertThat(refuted.getMessage()).startsWith("Test.cdef:1:38: 'struct s' has no field 'u' in the headers");
    }

    @Test
    void comparesTheValuesOfAllPlatforms() throws Exception {
        BindingVerifier verifier =
                new BindingVerifier(TestNaming.of("#define SAME ...\n#define DIFFERENT ..."), Optional.empty());
        VerifiedBinding verified = verifier.judge(
                Map.of(
                        LINUX,
                        new ProbeResult.Confirmed(object(7, 11)),
                        WINDOWS,
                        new ProbeResult.Confirmed(object(7, 1L << 40))),
                KNOWS_NOTHING);

        assertThat(verified.sameEverywhere("SAME")).contains(new ConstantValue(7, false));
        assertThat(verified.sameEverywhere("DIFFERENT")).isEmpty();
        assertThat(verified.fitsInt("SAME")).isTrue();
        assertThat(verified.fitsInt("DIFFERENT")).isFalse();
        assertThat(verified.values("DIFFERENT"))
                .containsEntry(LINUX, new ConstantValue(11, false))
                .containsEntry(WINDOWS, new ConstantValue(1L << 40, false));
    }

    private static String error(int line, String text) {
        return Probe.FILE + ":" + line + ":1: error: " + text;
    }

    private static CdefException refuted(String cdef, Map<Platform, String> outputs) {
        return catchThrowableOfType(CdefException.class, () -> judge(cdef, outputs));
    }

    private static VerifiedBinding judge(String cdef, Map<Platform, String> outputs)
            throws CdefException, PreambleException {
        Map<Platform, ProbeResult> results = new EnumMap<>(Platform.class);
        outputs.forEach(
                (platform, output) -> results.put(platform, new ProbeResult.Refused(ClangMessage.errors(output))));
        return new BindingVerifier(TestNaming.of(cdef), Optional.of("Test.c")).judge(results, KNOWS_NOTHING);
    }

    private static byte[] object(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 0x7f);
        List.of(Probe.MARKER[0], Probe.MARKER[1]).forEach(bytes::putLong);
        for (long value : values) {
            bytes.putLong(value).putLong(value <= 0 ? 1 : 0);
        }
        return bytes.array();
    }
}
