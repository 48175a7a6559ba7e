package io.github.cffi4j.compiler.testrun;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.compiler.process.Command;
import io.github.cffi4j.compiler.process.ProcessResult;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JUnit's reports are written down here, as its console launcher writes them. */
class LegRunnerTest {
    private static final String FAILED = """
            <testsuite tests="3">
            <testcase name="adds()" classname="a.GeoTest"/>
            <testcase name="skips()" classname="a.GeoTest"><skipped/></testcase>
            <testcase name="long()" classname="a.GeoTest">
            <failure message="expected: &lt;1&gt; but was: &lt;0&gt;" type="x"><![CDATA[x.Error: expected: <1> but was: <0>
            \tat x.Assert.fail(Assert.java:1)
            \tat a.GeoTest.long(GeoTest.java:7)
            \tat java.base/x.Y.z(Y.java:2)
            ]]></failure></testcase>
            </testsuite>
            """;

    @TempDir
    Path folder;

    private final Leg leg = new Leg(
            new PlatformJvm(Platform.WINDOWS_X86_64, Path.of("/opt/java"), Optional.empty()),
            new Way("Wine", List.of(), Map.of()),
            17,
            Platform.LINUX_X86_64);

    @BeforeEach
    void writeTests() throws Exception {
        Files.createDirectories(folder.resolve("a"));
        Files.writeString(folder.resolve("a/GeoTest.class"), "");
    }

    @Test
    void readsWhatFailedAndWhere() throws Exception {
        LegOutcome outcome = run(1, FAILED, "");

        assertThat(outcome.report())
                .isEqualTo(new LegReport(
                        3,
                        1,
                        List.of(new LegReport.Failure(
                                "a.GeoTest.long()",
                                List.of("x.Error: expected: <1> but was: <0>", "at a.GeoTest.long(GeoTest.java:7)")))));
        assertThat(outcome.passed()).isFalse();
        assertThat(row(outcome))
                .isEqualTo("  windows-x86_64  Java 17  Wine           3 tests, 1 failed, 1 skipped     2.5 s");
    }

    @Test
    void givesJUnitTheTests() throws Exception {
        LegOutcome outcome = new LegRunner(Suites.in(folder, List.of()), command -> {
                    assertThat(command.directory()).contains(folder);
                    assertThat(command.arguments())
                            .startsWith("/opt/java", "-ea", "-cp")
                            .contains("--exclude-tag=slow", "--select-class=a.GeoTest");
                    assertThat(command.arguments().get(3).split(";"))
                            .hasSize(4)
                            .allMatch(entry -> entry.startsWith("Z:\\"));
                    return answer(command, 0, FAILED.replaceAll("(?s)<failure.*</failure>", ""), "");
                })
                .run(leg);

        assertThat(outcome.passed()).isTrue();
    }

    @Test
    void aJvmThatDiesIsNoSuccess() throws Exception {
        LegOutcome outcome = run(134, "", "SIGSEGV\nabort");

        assertThat(outcome.trouble()).containsExactly("the JVM ended with exit code 134", "SIGSEGV", "abort");
        assertThat(row(outcome)).contains("came to no end");
    }

    @Test
    void aJvmThatDiesAfterItsReportIsNoSuccess() throws Exception {
        assertThat(run(134, FAILED, "SIGSEGV").trouble()).contains("the JVM ended with exit code 134");
    }

    @Test
    void noTestIsNoSuccess() throws Exception {
        assertThat(run(0, "<testsuite tests=\"0\"/>", "").trouble()).containsExactly("no test ran");
    }

    private LegOutcome run(int exitCode, String report, String said) throws Exception {
        LegOutcome outcome = new LegRunner(
                        Suites.in(folder, List.of()), command -> answer(command, exitCode, report, said))
                .run(leg);
        return new LegOutcome(leg, outcome.report(), outcome.trouble(), Duration.ofMillis(2500));
    }

    private ProcessResult answer(Command command, int exitCode, String report, String said) throws IOException {
        Path reports = folder.resolve("reports/windows-x86_64-java17");
        if (!report.isEmpty()) {
            Files.writeString(reports.resolve("TEST-junit-jupiter.xml"), report);
        }
        return new ProcessResult(command, exitCode, said, "", said.lines().toList());
    }

    private static String row(LegOutcome outcome) {
        return new LegTable(List.of(Platform.WINDOWS_X86_64)).row(outcome);
    }
}
