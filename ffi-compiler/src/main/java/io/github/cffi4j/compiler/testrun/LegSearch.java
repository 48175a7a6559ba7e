package io.github.cffi4j.compiler.testrun;

import io.github.cffi4j.compiler.process.Command;
import io.github.cffi4j.compiler.process.ProcessResult;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.compiler.text.Text;
import io.github.cffi4j.platform.Architecture;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out which JVMs run on this machine, by starting each. */
public record LegSearch(Emulators emulators, ProcessRunner runner) {
    private static final Duration STARTING = Duration.ofMinutes(2);
    private static final Pattern VERSION = Pattern.compile("java\\.specification\\.version = (\\d+)");
    private static final Pattern ARCHITECTURE = Pattern.compile("os\\.arch = (\\S+)");

    /**
     * What runs, and what does not.
     *
     * @param legs in the order of the JVMs
     */
    public record Found(List<Leg> legs, List<Missing> missing) {}

    /** A platform that nothing runs, and why. */
    public record Missing(Platform platform, String why) {}

    /**
     * Tries each JVM.
     *
     * @param wanted the platforms that have a library
     */
    public Found find(List<PlatformJvm> jvms, Set<Platform> wanted) throws IOException, InterruptedException {
        List<Leg> legs = new ArrayList<>();
        List<Missing> missing = new ArrayList<>();
        for (Platform platform : wanted) {
            List<PlatformJvm> candidates =
                    jvms.stream().filter(jvm -> jvm.platform() == platform).toList();
            if (candidates.isEmpty()) {
                missing.add(new Missing(platform, "no JVM named"));
            }
            for (PlatformJvm jvm : candidates) {
                start(jvm, legs, missing);
            }
        }
        return new Found(List.copyOf(legs), List.copyOf(missing));
    }

    private void start(PlatformJvm jvm, List<Leg> legs, List<Missing> missing)
            throws IOException, InterruptedException {
        String why = "";
        for (Way way : emulators.ways(jvm)) {
            List<String> command = new ArrayList<>(way.prefix());
            command.addAll(List.of(jvm.java().toString(), "-XshowSettings:properties", "-version"));
            try {
                ProcessResult result = runner.run(Command.of(command)
                        .with(way.environment())
                        .within(STARTING)
                        .merging());
                Optional<String> version = first(VERSION, result);
                if (result.succeeded() && version.isPresent()) {
                    Optional<String> other = otherProcessor(jvm, result);
                    if (other.isPresent()) {
                        missing.add(new Missing(jvm.platform(), jvm.java() + " says that it is for " + other.get()));
                    } else {
                        legs.add(new Leg(jvm, way, Integer.parseInt(version.get()), emulators.host()));
                    }
                    return;
                }
                why = result.lines().isEmpty()
                        ? "exit code " + result.exitCode()
                        : result.lines().get(0);
            } catch (IOException e) {
                why = e.getMessage().lines().findFirst().orElse("");
            }
        }
        String reason = why;
        missing.add(new Missing(
                jvm.platform(),
                emulators.missing(jvm).orElseGet(() -> Text.format("%s does not start: %s", jvm.java(), reason))));
    }

    /** The processor that a JVM says it is for, if it is not that of its platform: each test would only fail to load the library. */
    private static Optional<String> otherProcessor(PlatformJvm jvm, ProcessResult result) {
        return first(ARCHITECTURE, result).filter(processor -> !Architecture.ofOsArch(processor)
                .equals(Optional.of(jvm.platform().arch())));
    }

    private static Optional<String> first(Pattern pattern, ProcessResult result) {
        Matcher matcher = pattern.matcher(result.stdout());
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
