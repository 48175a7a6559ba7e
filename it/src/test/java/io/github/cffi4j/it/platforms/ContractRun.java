package io.github.cffi4j.it.platforms;

import io.github.cffi4j.it.BuildOutcome;
import io.github.cffi4j.it.JavaProgram;
import io.github.cffi4j.it.TestSettings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A run of the contract suite.
 *
 * @param outcome what JUnit's console said
 * @param reports the folder it wrote to
 */
record ContractRun(Leg leg, BuildOutcome outcome, Path reports) {
    static final Path CONTRACT = Path.of(TestSettings.property("it.contract"));
    static final Path WORK = TestSettings.WORK.resolveSibling("platforms");

    /** All test classes. */
    static final String WHOLE = ".*IT";

    private static final String REPORT = "TEST-junit-jupiter.xml";

    /**
     * Runs it in a JVM of its own, from the jars of the platform.
     *
     * @param java the start of the command: java, and options besides those that the way into C takes
     * @param tests the folder of {@link #tests}
     * @param classes which test classes, as a regular expression
     */
    static ContractRun of(Leg leg, List<String> java, Path tests, String classes)
            throws IOException, InterruptedException {
        Path reports = Files.createDirectories(WORK.resolve(leg.name().replaceAll("[^\\w.-]+", "-")));
        Files.deleteIfExists(reports.resolve(REPORT));
        List<Path> classPath = new ArrayList<>(LegRun.classPath(leg, CONTRACT, "it-contract"));
        classPath.add(0, tests);
        List<String> command = new ArrayList<>(java);
        command.addAll(leg.options());
        command.addAll(List.of(
                "-cp",
                leg.classPath(classPath),
                "org.junit.platform.console.ConsoleLauncher",
                "execute",
                "--include-classname=.*",
                // They need a compiler, or the folders of a build.
                "--exclude-tag=builds",
                "--exclude-tag=images",
                "--exclude-tag=archives",
                // They start JVMs, some many times, for which an emulator takes minutes; the build runs them here.
                "--exclude-tag=processes",
                "--details=none",
                "--disable-banner",
                "--reports-dir=" + leg.path(reports)));
        leg.without().forEach(tag -> command.add("--exclude-tag=" + tag));
        named(tests, classes).stream()
                .filter(name -> leg.part().isEmpty() || leg.part().contains(name.substring(name.lastIndexOf('.') + 1)))
                .forEach(name -> command.add("--select-class=" + name));
        BuildOutcome outcome = JavaProgram.run(command);
        Files.write(reports.resolve("said.txt"), outcome.lines());
        return new ContractRun(leg, outcome, reports);
    }

    /** JUnit is not left to search: an emulated process of 32 bits cannot list folders of ext4, whose places have 64. */
    private static List<String> named(Path tests, String classes) throws IOException {
        try (Stream<Path> files = Files.walk(tests)) {
            return files.map(file -> tests.relativize(file).toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> name.replace(".class", "").replace(File.separatorChar, '.'))
                    .filter(name -> name.matches(classes))
                    .sorted()
                    .toList();
        }
    }

    /** What it reported; an error, with what it said, if it came to no end. */
    SuiteReport report() throws IOException {
        if (!Files.exists(reports.resolve(REPORT))) {
            throw new AssertionError(leg.name() + " wrote no report:\n" + outcome.text());
        }
        return SuiteReport.read(reports.resolve(REPORT));
    }

    /** Copies the suite's classes: beside them stands the library of this machine, for the build's own runs of the suite. */
    static Path tests(Path work) throws IOException {
        Path classes = CONTRACT.resolve("test-classes");
        Path copy = work.resolve("test-classes");
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".class")).toList()) {
                Path target = copy.resolve(classes.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return copy;
    }
}
