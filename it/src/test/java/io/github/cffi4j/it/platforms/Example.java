package io.github.cffi4j.it.platforms;

import io.github.cffi4j.it.TestSettings;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import io.github.cffi4j.platform.Tier;
import java.nio.file.Path;
import java.util.List;

/** An example, and what its program prints, as regular expressions of whole lines. */
enum Example {
    QUICKSTART(
            "quickstart",
            "org.example.weather.Main",
            List.of(
                    "Zugspitze: 24 readings",
                    "latest: reading\\{celsius=4.5, humidity=83, sky=1, taken=82800}",
                    "mean:   -1.00 degrees",
                    "time 0: 1970-01-01")),
    /** For Linux only. */
    TUTORIAL("tutorial", "org.example.tutorial.Main", List.of("pi is 3 and 3.14", "\\d{10} seconds since 1970"));

    private final String artifact;
    private final String mainClass;
    private final List<String> lines;

    Example(String artifact, String mainClass, List<String> lines) {
        this.artifact = artifact;
        this.mainClass = mainClass;
        this.lines = lines;
    }

    /** Those that are for a platform; the tutorial's C is for the standard ones. */
    static List<Example> of(Platform platform) {
        return platform.os() == OperatingSystem.LINUX && platform.tier() == Tier.STANDARD
                ? List.of(values())
                : List.of(QUICKSTART);
    }

    String artifact() {
        return artifact;
    }

    String mainClass() {
        return mainClass;
    }

    /** The folder of its jars. */
    Path folder() {
        return Path.of(TestSettings.property("it." + artifact));
    }

    /** What the program prints, as one expression; JVMs may say something before. */
    String pattern() {
        return "(?s)(.*\n)?" + String.join("\n", lines) + "(\n.*)?";
    }
}
