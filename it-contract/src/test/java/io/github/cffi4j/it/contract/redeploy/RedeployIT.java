package io.github.cffi4j.it.contract.redeploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.it.contract.Calls;
import io.github.cffi4j.it.contract.JavaCommand;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A server that deploys an application again and again keeps nothing of it (fault 15). {@code redeploy.times} is how often;
 * .ci/thorough says 100, .ci/endurance 1,000.
 */
@Tag("processes")
@Tag("thorough")
class RedeployIT {
    private static final int TIMES = Integer.getInteger("redeploy.times", 10);

    /** Of what a deployment takes, some 2 MB, much less than a tenth for each. */
    private static final long METASPACE = 5_000_000;

    /** Ten may be there between two collections; a copy that is unloaded late makes the next one take another number. */
    private static final int MOST_COPIES = 40;

    @TempDir
    Path cache;

    @ParameterizedTest(name = "runtime of the server: {0}, with many callbacks: {1}")
    @CsvSource({"false, false", "true, false", "false, true"})
    @DisplayName("nothing of an application is left when it goes (fault 15)")
    void nothingIsLeft(boolean runtimeStays, boolean manyCallbacks) throws Exception {
        String said = run(runtimeStays, manyCallbacks, manyCallbacks ? Math.max(6, TIMES / 20) : TIMES);

        String left = said.lines().filter(line -> line.startsWith("loaders ")).collect(Collectors.joining());
        assertThat(left).as(said).startsWith("loaders 0 threads 0 libraries 0 metaspace ");
        assertThat(Long.parseLong(left.substring(left.lastIndexOf(' ') + 1)))
                .as(said)
                .isLessThan(METASPACE);
        try (Stream<Path> files = Files.walk(cache)) {
            assertThat(files.filter(file -> file.toString().endsWith(System.mapLibraryName("it-contract"))))
                    .hasSizeLessThan(MOST_COPIES);
        }
    }

    private String run(boolean runtimeStays, boolean manyCallbacks, int times) throws Exception {
        Predicate<String> application = entry -> isFrom(Calls.class, entry) || isFrom(Application.class, entry);
        List<String> command = new ArrayList<>(List.of(
                JavaCommand.JAVA,
                "-Xmx256m",
                "-XX:+HeapDumpOnOutOfMemoryError",
                "-XX:HeapDumpPath=" + cache,
                "-Dcffi4j.cache.dir=" + cache,
                "-Dredeploy.many=" + manyCallbacks));
        String backend = System.getProperty("cffi4j.backend");
        if (backend != null) {
            command.add("-Dcffi4j.backend=" + backend);
        }
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "-cp",
                classPath(entry -> isFrom(Redeployments.class, entry)),
                Redeployments.class.getName(),
                Integer.toString(times),
                classPath(runtimeStays ? application : entry -> true),
                runtimeStays ? classPath(application.negate()) : ""));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static String classPath(Predicate<String> wanted) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("junit") && !entry.contains("assertj") && !entry.contains("graalvm"))
                .filter(wanted)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isFrom(Class<?> type, String entry) {
        try {
            return Files.isSameFile(
                    Path.of(entry),
                    Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI()));
        } catch (java.io.IOException | java.net.URISyntaxException e) {
            throw new IllegalStateException(entry, e);
        }
    }
}
