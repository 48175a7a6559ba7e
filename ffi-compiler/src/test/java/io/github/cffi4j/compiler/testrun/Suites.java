package io.github.cffi4j.compiler.testrun;

import io.github.cffi4j.platform.Platform;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Suites for tests. */
final class Suites {
    private Suites() {}

    /** One whose classes and reports are in a folder. */
    static TestSuite in(Path folder, List<String> names) {
        return new TestSuite(
                folder,
                folder.resolve("geo.jar"),
                Map.of(Platform.WINDOWS_X86_64, folder.resolve("geo-windows.jar")),
                List.of(folder.resolve("junit.jar")),
                new TestSuite.TestSettings(names, List.of("slow"), List.of("-ea"), Duration.ofMinutes(1)),
                folder,
                folder.resolve("reports"));
    }
}
