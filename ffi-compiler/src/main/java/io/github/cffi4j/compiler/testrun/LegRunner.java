package io.github.cffi4j.compiler.testrun;

import io.github.cffi4j.compiler.fetch.FileTree;
import io.github.cffi4j.compiler.process.Command;
import io.github.cffi4j.compiler.process.CommandTimeoutException;
import io.github.cffi4j.compiler.process.ProcessResult;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.compiler.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs the tests of a module on one leg after the other, each in a JVM of its own. */
public record LegRunner(TestSuite suite, ProcessRunner runner) {
    private static final String LAUNCHER = "org.junit.platform.console.ConsoleLauncher";

    /** JUnit's exit code if tests failed; its report says which. */
    private static final int TESTS_FAILED = 1;

    private static final int SHOWN_LINES = 20;

    /** Runs the tests on a leg. */
    public LegOutcome run(Leg leg) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Path reports = suite.work().resolve(Text.format("%s-java%d", leg.platform(), leg.version()));
        if (Files.exists(reports)) {
            FileTree.delete(reports);
        }
        Files.createDirectories(reports);
        LegReport report = new LegReport(0, 0, List.of());
        List<String> trouble;
        try {
            ProcessResult result = runner.run(Command.of(command(leg, reports))
                    .in(suite.folder())
                    .with(leg.way().environment())
                    .within(suite.settings().limit())
                    .merging());
            Files.write(reports.resolve("output.txt"), result.lines());
            report = LegReport.read(reports);
            trouble = trouble(result, report);
        } catch (CommandTimeoutException e) {
            trouble = e.getMessage().lines().toList();
        }
        return new LegOutcome(leg, report, trouble, Duration.ofNanos(System.nanoTime() - start));
    }

    private static List<String> trouble(ProcessResult result, LegReport report) {
        if (!result.succeeded()
                && (result.exitCode() != TESTS_FAILED || report.failures().isEmpty())) {
            List<String> told = new ArrayList<>();
            told.add("the JVM ended with exit code " + result.exitCode());
            List<String> lines = result.lines();
            told.addAll(lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
            return told;
        }
        return report.tests() == 0 ? List.of("no test ran") : List.of();
    }

    private List<String> command(Leg leg, Path reports) throws IOException {
        List<String> command = new ArrayList<>(leg.command());
        command.addAll(suite.settings().options());
        command.addAll(List.of(
                "-cp",
                leg.classPath(suite.classPath(leg.platform())),
                LAUNCHER,
                "execute",
                "--disable-banner",
                "--details=none",
                "--include-classname=.*",
                "--reports-dir=" + leg.path(reports)));
        suite.settings().excludedTags().forEach(tag -> command.add("--exclude-tag=" + tag));
        suite.testClasses().forEach(name -> command.add("--select-class=" + name));
        return command;
    }
}
