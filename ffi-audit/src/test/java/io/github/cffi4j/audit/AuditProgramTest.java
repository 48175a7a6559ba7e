package io.github.cffi4j.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The output and the exit code of the program; the module it runs it as a process, on real libraries. */
class AuditProgramTest {
    /** The header of a shared object for x86_64, and no more. */
    private static final String SMALLEST_ELF =
            "\u007fELF\2\1\1" + "\0".repeat(9) + "\3\0\76\0\1\0\0\0" + "\0".repeat(28) + "\100\0" + "\0".repeat(10);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void helpNamesEachOptionAndExitCode() {
        assertThat(run("--help")).isZero();
        assertThat(text(out))
                .startsWith("usage: ")
                .contains(
                        "--report",
                        "--policy",
                        "--show-policy",
                        "--size-budget",
                        "--export",
                        "--allow",
                        "--where",
                        "--what",
                        "--reason")
                .contains("--warn-only", "exit codes: 0 ");
        assertThat(text(err)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                              | no file is given
            a.jar b.jar                                     | more than one file is given: [a.jar, b.jar]
            --frobnicate a.jar                              | there is no option --frobnicate
            a.jar --report                                  | --report needs a value
            --size-budget much a.jar                        | 'much' is not a size; write it as '10 MB' or '512 kB'
            --allow nonsense --reason x a.jar               | there is no check 'nonsense'; the checks are: malformed
            --allow run-path a.jar                          | --allow run-path needs a --reason
            --allow run-path --allow relro --reason x a.jar | --allow run-path needs a --reason
            --policy                                        | --policy needs a value
            --show-policy linux                             | there is no policy 'linux'; the built-in policies are: linux-glibc
            --show-policy                                   | there is no option --show-policy
            --where linux-* a.jar                           | --where belongs after an --allow
            """)
    void aWrongOptionIsNamedAndTheUsageShown(String line, String message) {
        assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(2);
        assertThat(text(err)).startsWith("ffi-audit: " + message).contains("usage: ");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void whatCannotBeReadIsNoFinding() throws IOException {
        Path missing = folder.resolve("missing.jar");
        assertThat(run(missing.toString())).isEqualTo(2);
        assertThat(text(err)).isEqualTo("ffi-audit: there is no file " + missing + System.lineSeparator());

        err.reset();
        Path torn = Files.writeString(folder.resolve("torn.jar"), "PK and nothing like a jar");
        assertThat(run(torn.toString())).isEqualTo(2);
        assertThat(text(err)).startsWith("ffi-audit: ").doesNotContain("\tat ");

        err.reset();
        Path none = jar("none.jar", "readme.txt", "no library");
        assertThat(run(none.toString())).isEqualTo(2);
        assertThat(text(err)).contains("there is no native library in " + none);
    }

    @Test
    void findingsFailUnlessTheyAreAcceptedOrOnlyWarnedOf() throws IOException {
        String jar = jar("torn-library.jar", "natives/libtorn.so", "\u007fELF and no more")
                .toString();
        Path report = folder.resolve("reports/audit.json");

        assertThat(run("--report", report.toString(), jar)).isEqualTo(1);
        assertThat(text(out))
                .contains("natives/libtorn.so", "malformed")
                .contains("error: malformed: it is malformed: ")
                .endsWith("the audit has 1 finding in 1 of 1 library" + System.lineSeparator());
        assertThat(report).content().contains("\"passed\": false");

        out.reset();
        assertThat(run("--warn-only", jar)).isZero();
        assertThat(text(out)).contains("warning: malformed: ").doesNotContain("error: ");

        out.reset();
        assertThat(run("--allow", "malformed", "--where", "natives/*", "--reason", "it is only a test", jar))
                .isZero();
        assertThat(text(out)).doesNotContain("warning: ", "error: ");

        out.reset();
        assertThat(run("--allow", "relro", "--reason", "it is only a test", jar))
                .isEqualTo(1);
        assertThat(text(out)).contains("warning: --allow relro --where '*' allows nothing that was found");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void aPolicyOfTheUserJudgesTheLibrariesOfItsSystem() throws IOException {
        String library = jar("small.jar", "natives/linux-x86_64/libsmall.so", SMALLEST_ELF)
                .toString();
        Path own = folder.resolve("own.policy");

        Files.writeString(own, "extends linux-glibc\nwarn relro\noff exec-stack\n");
        assertThat(run("--policy", own.toString(), library)).isZero();
        assertThat(text(out)).contains("warning: relro: ").doesNotContain("exec-stack", "error: ");

        out.reset();
        Files.writeString(own, "extends linux-glibc\nfail bind-now\n");
        Path report = folder.resolve("audit.json");
        assertThat(run("--policy", own.toString(), "--report", report.toString(), library))
                .isEqualTo(1);
        assertThat(text(out)).contains("error: bind-now: ", "error: relro: ");
        assertThat(report).content().contains("\"policy\": \"own\"");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void aWrongPolicyIsShownWithoutTheUsage() throws IOException {
        String library = jar("small.jar", "natives/linux-x86_64/libsmall.so", SMALLEST_ELF)
                .toString();
        Path own = Files.writeString(folder.resolve("own.policy"), "extends linux-glibc\nwarn relrow\n");
        assertThat(run("--policy", own.toString(), library)).isEqualTo(2);
        assertThat(text(err))
                .startsWith("ffi-audit: " + own + ":2:6: there is no check 'relrow'\n    2 | warn relrow\n")
                .doesNotContain("usage: ");
        assertThat(text(out)).isEmpty();

        err.reset();
        Path missing = folder.resolve("missing.policy");
        assertThat(run("--policy", missing.toString(), library)).isEqualTo(2);
        assertThat(text(err)).isEqualTo("ffi-audit: there is no file " + missing + System.lineSeparator());
    }

    @Test
    void aBuiltInPolicyCanBeShown() {
        assertThat(run("--show-policy", "linux-glibc")).isZero();
        assertThat(text(out)).contains("\nfor linux-glibc\n", "\nneeds libc.so.6 ", "\nfloor GLIBC 2.27 riscv64\n");
    }

    private Path jar(String name, String entry, String content) throws IOException {
        Path jar = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content.getBytes(StandardCharsets.ISO_8859_1));
        }
        return jar;
    }

    private int run(String... arguments) {
        return new AuditProgram(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
    }

    private static String text(ByteArrayOutputStream printed) {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
