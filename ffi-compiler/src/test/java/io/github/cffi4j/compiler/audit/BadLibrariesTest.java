package io.github.cffi4j.compiler.audit;

import static io.github.cffi4j.compiler.audit.TestLibraries.ELF;
import static io.github.cffi4j.compiler.audit.TestLibraries.MACH_O;
import static io.github.cffi4j.compiler.audit.TestLibraries.PE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.audit.check.AuditSettings;
import io.github.cffi4j.audit.check.AuditedFile;
import io.github.cffi4j.audit.check.Auditor;
import io.github.cffi4j.audit.check.ExpectedPlatform;
import io.github.cffi4j.audit.check.Finding;
import io.github.cffi4j.audit.check.Subject;
import io.github.cffi4j.audit.facts.JavaBindings;
import io.github.cffi4j.compiler.fetch.Sha256;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import io.github.cffi4j.platform.Tier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries that have one thing wrong each, and what the audit calls it. */
class BadLibrariesTest {
    @TempDir
    private Path folder;

    private TestLibraries libraries;

    @BeforeEach
    void libraries() {
        libraries = new TestLibraries(folder);
    }

    @Test
    void aSymbolNewerThanTheFloor() throws Exception {
        byte[] library = libraries.linked("x86_64-linux-gnu.2.34", """
                int getentropy(void *, unsigned long);
                __attribute__((visibility("default"))) int Java_f(char *b) { return getentropy(b, 8); }
                """);
        assertFinds(library, "too-new", "GLIBC_2.25 for 'getentropy' where the floor is 2.17");
    }

    @Test
    void aNewerMacOs() throws Exception {
        assertFinds(libraries.good("aarch64-macos.13.3"), "too-new", "macOS 13.3 where the floor is 11.0");
    }

    @Test
    void runPaths() throws Exception {
        assertFinds(libraries.good(ELF, "-Wl,-rpath,/opt/geo/lib:$ORIGIN/../lib"), "run-path", "/opt/geo/lib");
        assertFinds(libraries.good(MACH_O, "-Wl,-rpath,/opt/geo/lib"), "run-path", "/opt/geo/lib");
    }

    @Test
    void anExecutableStack() throws Exception {
        assertFinds(linkedByLld("-z", "execstack"), "exec-stack");
        byte[] unsaid = libraries.good(ELF);
        Patches.elfSegmentType(unsaid, 0x6474e551, 0);
        assertFinds(unsaid, "exec-stack");
    }

    @Test
    void relocationsInCode() throws Exception {
        byte[] library = libraries.linkedBy(
                "ld.lld",
                ELF,
                ".text\n.globl Java_f\nJava_f: movabsq $Java_f, %rax\n ret\n",
                ".S",
                "-shared",
                "-s",
                "-z",
                "notext",
                "-z",
                "now",
                "-soname",
                "library");
        assertFinds(library, "textrel");
    }

    @Test
    void addressesThatStayWritable() throws Exception {
        assertThat(ids(linkedByLld("-z", "norelro", "-z", "lazy"))).containsExactly("relro", "bind-now");
    }

    @Test
    void noNameOfItsOwn() throws Exception {
        byte[] library = libraries.linkedBy("ld.lld", ELF, TestLibraries.source(), ".c", "-shared", "-s", "-z", "now");
        assertFinds(library, "soname");
        assertFinds(
                libraries.good(MACH_O, "-Wl,-install_name,/opt/geo/libgeo.dylib"), "soname", "/opt/geo/libgeo.dylib");
    }

    @Test
    void extraExports() throws Exception {
        String source = TestLibraries.source() + "EXPORT int helper(void) { return 1; }\n";
        for (String target : List.of(ELF, MACH_O, PE)) {
            assertFinds(libraries.linked(target, source), "export", "helper");
        }
    }

    @Test
    void debugInformationAndPaths() throws Exception {
        assertThat(ids(libraries.unstripped(ELF, "-g"))).containsExactly("build-path", "debug-info", "not-stripped");
        assertThat(ids(libraries.unstripped(MACH_O, "-g"))).containsExactly("build-path", "debug-info");
        assertFinds(libraries.unstripped(ELF, "-g0"), "not-stripped", "5 names");
    }

    @Test
    void aBuildPathInAText() throws Exception {
        String path = "/home/someone/geo/src/geo.c";
        String source =
                "__attribute__((visibility(\"default\"))) const char *Java_f(void) { return \"" + path + "\"; }";
        assertFinds(libraries.linked(ELF, source), "build-path", path);
    }

    @Test
    void aSignatureThatIsMissingOrBroken() throws Exception {
        byte[] unsigned = libraries.good(MACH_O);
        Patches.machOCommandType(unsigned, 0x1d, 0x77);
        assertFinds(unsigned, "signature-missing");

        byte[] changed = libraries.good(MACH_O);
        changed[0x1000] ^= 1;
        assertFinds(changed, "signature-broken");
    }

    @Test
    void anIntelLibraryNeedsNoSignature() throws Exception {
        assertThat(ids(libraries.good("x86_64-macos.11.0"))).isEmpty();
    }

    @Test
    void aDllOfMinGw() throws Exception {
        Path archive = libraries.importLibrary("libwinpthread-1.dll", "pthread_mutex_lock");
        byte[] library = libraries.linked(PE, """
                __declspec(dllimport) int pthread_mutex_lock(void *);
                __declspec(dllexport) int Java_org_example_Ok_square(void *m) { return pthread_mutex_lock(m); }
                """, archive.toString());
        assertFinds(
                library,
                "needed-library",
                "libwinpthread-1.dll (it is MinGW's run time, no part of Windows: link with -static)");
    }

    @Test
    void aDllAtAFixedAddressWithRunnableDataAndATime() throws Exception {
        byte[] library = libraries.linkedBy(
                "lld-link",
                PE,
                TestLibraries.source(),
                ".c",
                "/dll",
                "/noentry",
                "/dynamicbase:no",
                "/nxcompat:no",
                "/timestamp:1700000000");
        assertThat(ids(library)).containsExactly("timestamp", "dynamic-base", "nx");
    }

    @Test
    void anotherPlatformThanTheClassifier() throws Exception {
        byte[] library = libraries.good(ELF);
        assertThat(ids(audit(library, Platform.LINUX_AARCH_64))).containsExactly("wrong-architecture");
        assertThat(ids(audit(libraries.good(MACH_O), Platform.LINUX_AARCH_64))).contains("wrong-system");
    }

    /** Whatever machine a library is for, no other platform takes it. */
    @Test
    void noPlatformTakesALibraryOfAnother() throws Exception {
        String source = """
                int puts(const char *);
                __attribute__((visibility("default"))) int Java_f(void) { return puts("f"); }
                """;
        for (Platform made : Platform.of(Tier.BY_NAME)) {
            byte[] library = made.os() == OperatingSystem.WINDOWS
                    ? libraries.good(made.zigTarget())
                    : libraries.linked(made.zigTarget(), source);
            for (Platform place : Platform.values()) {
                List<String> found = ids(audit(library, place));
                assertThat(place == made ? found.isEmpty() : found.stream().anyMatch(id -> id.startsWith("wrong-")))
                        .as("%s in the place of %s: %s", made, place, found)
                        .isTrue();
            }
        }
    }

    @Test
    void anotherCLibraryThanTheClassifier() throws Exception {
        String source = """
                int puts(const char *);
                __attribute__((visibility("default"))) int Java_f(void) { return puts("f"); }
                """;
        assertThat(ids(audit(libraries.linked("x86_64-linux-musl", source), Platform.LINUX_X86_64)))
                .containsExactly("wrong-system", "needed-library");
        assertThat(ids(audit(libraries.linked(ELF, source), Platform.LINUX_X86_64_MUSL)))
                .containsExactly("wrong-system", "needed-library");
    }

    @Test
    void aProgram() throws Exception {
        byte[] library = libraries.good(ELF);
        library[16] = 2;
        assertFinds(library, "not-a-library");
    }

    @Test
    void moreThanTheBudget() throws Exception {
        AuditSettings settings = AuditSettings.none().withSizeBudget(Optional.of(1000L));
        assertThat(ids(new Auditor(settings).audit(subject(libraries.good(ELF), Platform.LINUX_X86_64))))
                .containsExactly("size");
    }

    @Test
    void anotherFingerprintThanJava() throws Exception {
        byte[] library = libraries.good(PE);
        assertThat(fingerprintDetails(library, Map.of("org_example_Ok", Set.of(0x1122334455667788L))))
                .isEmpty();
        assertThat(fingerprintDetails(library, Map.of("org_example_Ok", Set.of(1L))))
                .containsExactly("class of table org_example_Ok has not its 1122334455667788");
        assertThat(fingerprintDetails(library, Map.of("org_example_Other", Set.of(1L))))
                .containsExactly("no class for table org_example_Ok", "no table for class org_example_Other");
    }

    @Test
    void anotherHashThanIsPinned() throws Exception {
        byte[] library = libraries.good(ELF);
        String right = Sha256.of(library).hex();
        ExpectedPlatform place = ExpectedPlatform.of(Platform.LINUX_X86_64);
        Auditor auditor = new Auditor(AuditSettings.none());
        assertThat(ids(auditor.audit(new Subject("library", library, place, Optional.of(right)))))
                .isEmpty();
        assertThat(ids(auditor.audit(
                        new Subject("library", library, place, Optional.of(right.replaceAll("\\d", "0"))))))
                .containsExactly("hash");
    }

    @Test
    void aFileThatIsCutShort() throws Exception {
        byte[] library = libraries.good(ELF);
        AuditedFile audited = audit(Arrays.copyOf(library, library.length - 100), Platform.LINUX_X86_64);
        assertThat(audited.findings()).singleElement().satisfies(finding -> assertThat(finding.headline())
                .startsWith("it is malformed: the section header table would be")
                .contains("(at offset 0x"));
    }

    private List<String> fingerprintDetails(byte[] library, Map<String, Set<Long>> constants) {
        AuditSettings settings = AuditSettings.none().withJava(new JavaBindings(constants));
        return new Auditor(settings)
                .audit(subject(library, Platform.WINDOWS_X86_64)).findings().stream()
                        .flatMap(finding -> finding.details().stream())
                        .toList();
    }

    private byte[] linkedByLld(String... flags) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-shared", "-s", "-z", "now", "-soname", "library"));
        arguments.addAll(List.of(flags));
        return libraries.linkedBy("ld.lld", ELF, TestLibraries.source(), ".c", arguments.toArray(String[]::new));
    }

    private static void assertFinds(byte[] library, String id, String... details) {
        AuditedFile audited = audit(library, ExpectedPlatform.unknown());
        assertThat(ids(audited)).containsExactly(id);
        assertThat(audited.findings().get(0).details()).containsExactly(details);
    }

    private static List<String> ids(byte[] library) {
        return ids(audit(library, ExpectedPlatform.unknown()));
    }

    private static List<String> ids(AuditedFile audited) {
        return audited.findings().stream()
                .map(Finding::check)
                .map(check -> check.id())
                .toList();
    }

    private static AuditedFile audit(byte[] library, Platform platform) {
        return audit(library, ExpectedPlatform.of(platform));
    }

    private static AuditedFile audit(byte[] library, ExpectedPlatform platform) {
        return new Auditor(AuditSettings.none()).audit(new Subject("library", library, platform, Optional.empty()));
    }

    private static Subject subject(byte[] library, Platform platform) {
        return new Subject("library", library, ExpectedPlatform.of(platform), Optional.empty());
    }
}
