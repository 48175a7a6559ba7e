package io.github.cffi4j.it.platforms;

import io.github.cffi4j.it.BuildOutcome;
import io.github.cffi4j.it.JavaProgram;
import io.github.cffi4j.it.TestSettings;
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
    /**
     * Runs the suite and the examples, each in a JVM of its own, from the jars of the platform.
     *
     * @param tests the folder of the suite's classes, without any library
     */
    static LegRun of(Leg leg, Path tests) throws IOException, InterruptedException {
        Instant start = Instant.now();
        SuiteReport report = ContractRun.of(leg, List.of(leg.launcher()), tests, ContractRun.WHOLE)
                .report();
        Map<Example, BuildOutcome> examples = new EnumMap<>(Example.class);
        for (Example example : Example.of(leg.platform())) {
            List<Path> classPath = classPath(leg, example.folder(), example.artifact());
            examples.put(
                    example,
                    JavaProgram.run(List.of(leg.launcher(), "-cp", leg.classPath(classPath), example.mainClass())));
        }
        return new LegRun(leg, report, examples, Duration.between(start, Instant.now()));
    }

    /** What a user's build puts there: the library's jar, that of the platform, and what all of them depend on. */
    static List<Path> classPath(Leg leg, Path folder, String artifact) throws IOException {
        List<Path> classPath = new ArrayList<>(List.of(
                folder.resolve(artifact + "-" + TestSettings.VERSION + ".jar"),
                ClassifierJars.jar(folder, artifact, leg.platform())));
        try (Stream<Path> libraries = Files.list(ContractRun.CONTRACT.resolve("lib"))) {
            libraries.sorted().forEach(classPath::add);
        }
        return classPath;
    }
}
