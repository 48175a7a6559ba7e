package io.github.cffi4j.it.platforms;

import io.github.cffi4j.it.BuildOutcome;
import io.github.cffi4j.it.JavaProgram;
import io.github.cffi4j.it.TestSettings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a leg did.
 *
 * @param contract of the contract suite
 * @param examples what their programs said
 * @param time of all of it
 */
record LegRun(Leg leg, SuiteReport contract, Map<Example, BuildOutcome> examples, Duration time) {
    static final Path CONTRACT = Path.of(TestSettings.property("it.contract"));
    static final Path WORK = TestSettings.WORK.resolveSibling("platforms");

    /**
     * Runs the suite and the examples, each in a JVM of its own, from the jars of the platform.
     *
     * @param tests the folder of the suite's classes, without any library
     */
    static LegRun of(Leg leg, Path tests) throws IOException, InterruptedException {
        Instant start = Instant.now();
        SuiteReport report = contract(leg, tests);
        Map<Example, BuildOutcome> examples = new EnumMap<>(Example.class);
        for (Example example : Example.of(leg.platform())) {
            List<Path> classPath = classPath(leg, example.folder(), example.artifact());
            examples.put(example, java(leg, List.of(), classPath, List.of(example.mainClass())));
        }
        return new LegRun(leg, report, examples, Duration.between(start, Instant.now()));
    }

    private static SuiteReport contract(Leg leg, Path tests) throws IOException, InterruptedException {
        Path reports = Files.createDirectories(WORK.resolve(leg.name().replaceAll("[^\\w.-]+", "-")));
        Path file = reports.resolve("TEST-junit-jupiter.xml");
        Files.deleteIfExists(file);
        List<Path> classPath = new ArrayList<>(classPath(leg, CONTRACT, "it-contract"));
        classPath.add(0, tests);
        List<String> program = new ArrayList<>(List.of(
                "org.junit.platform.console.ConsoleLauncher",
                "execute",
                "--include-classname=.*IT",
                // They need a compiler.
                "--exclude-tag=builds",
                // They train and start JVMs of the build's own machine.
                "--exclude-tag=images",
                "--exclude-tag=archives",
                "--details=none",
                "--disable-banner",
                "--reports-dir=" + leg.path(reports)));
        leg.without().forEach(tag -> program.add("--exclude-tag=" + tag));
        // Not by a search: an emulated process of 32 bits cannot list folders of ext4, whose places have 64.
        classes(tests).stream()
                .filter(name -> leg.part().isEmpty() || leg.part().contains(name.substring(name.lastIndexOf('.') + 1)))
                .forEach(name -> program.add("--select-class=" + name));
        BuildOutcome outcome = java(leg, leg.options(), classPath, program);
        Files.write(reports.resolve("said.txt"), outcome.lines());
        if (!Files.exists(file)) {
            throw new AssertionError(leg.name() + " wrote no report:\n" + outcome.text());
        }
        return SuiteReport.read(file);
    }

    private static List<String> classes(Path tests) throws IOException {
        try (Stream<Path> files = Files.walk(tests)) {
            return files.map(file -> tests.relativize(file).toString())
                    .filter(name -> name.endsWith("IT.class"))
                    .map(name -> name.replace(".class", "").replace(File.separatorChar, '.'))
                    .sorted()
                    .toList();
        }
    }

    private static BuildOutcome java(Leg leg, List<String> options, List<Path> classPath, List<String> program)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(leg.launcher()));
        command.addAll(options);
        command.addAll(List.of("-cp", leg.classPath(classPath)));
        command.addAll(program);
        return JavaProgram.run(command);
    }

    /** What a user's build puts there: the library's jar, that of the platform, and what all of them depend on. */
    private static List<Path> classPath(Leg leg, Path folder, String artifact) throws IOException {
        List<Path> classPath = new ArrayList<>(List.of(
                folder.resolve(artifact + "-" + TestSettings.VERSION + ".jar"),
                ClassifierJars.jar(folder, artifact, leg.platform())));
        try (Stream<Path> libraries = Files.list(CONTRACT.resolve("lib"))) {
            libraries.sorted().forEach(classPath::add);
        }
        return classPath;
    }
}
