package io.github.cffi4j.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.InvocationResult;
import org.apache.maven.shared.invoker.MavenInvocationException;

/**
 * A Maven in a process of its own. Immutable.
 *
 * @param environment what differs from this process's environment
 * @param executable a script to start instead of {@code mvn}
 */
record ChildMaven(Map<String, String> environment, Optional<Path> executable) {
    /** Builds of seconds do not repay an optimising compiler. */
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    /** For C++ zig compiles the run times of several platforms, minutes each. */
    private static final int LONGEST_BUILD_SECONDS = 1800;

    ChildMaven {
        environment = Map.copyOf(environment);
    }

    /** A Maven with the environment of this process. */
    static ChildMaven usual() {
        return new ChildMaven(Map.of(), Optional.empty());
    }

    ChildMaven with(String variable, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(variable, value);
        return new ChildMaven(more, executable);
    }

    ChildMaven startedBy(Path script) {
        return new ChildMaven(environment, Optional.of(script));
    }

    /** Runs Maven in a folder and waits for it. */
    BuildOutcome run(Path folder, String... arguments) {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        InvocationRequest request = new DefaultInvocationRequest()
                .setBaseDirectory(folder.toFile())
                .setLocalRepositoryDirectory(TestSettings.REPOSITORY.toFile())
                .setGlobalSettingsFile(settings().toFile())
                .setMavenOpts(QUICK_START + " " + System.getenv().getOrDefault("MAVEN_OPTS", ""))
                .setBatchMode(true)
                .setNoTransferProgress(true)
                .setOutputHandler(lines::add)
                .setErrorHandler(lines::add);
        request.setTimeoutInSeconds(LONGEST_BUILD_SECONDS);
        // The outer build's own arguments are not for the inner ones.
        request.addShellEnvironment("MAVEN_ARGS", "");
        environment.forEach(request::addShellEnvironment);
        executable.ifPresent(script -> request.setMavenExecutable(script.toFile()));
        request.addArgs(Arrays.asList(arguments));
        try {
            InvocationResult result = new DefaultInvoker()
                    .setMavenHome(TestSettings.MAVEN_HOME.toFile())
                    .execute(request);
            if (result.getExecutionException() != null) {
                throw new IllegalStateException(String.join("\n", lines), result.getExecutionException());
            }
            return new BuildOutcome(result.getExitCode(), lines);
        } catch (MavenInvocationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Has the inner builds look into the outer build's repository before they go to the network. */
    private static Path settings() {
        String repository = """
                <id>outer-build</id>
                <url>%s</url>
                <releases><enabled>true</enabled><checksumPolicy>ignore</checksumPolicy></releases>
                <snapshots><enabled>false</enabled></snapshots>
                """.formatted(TestSettings.OUTER_REPOSITORY.toUri());
        String text = """
                <settings>
                  <profiles><profile>
                    <id>outer-build</id>
                    <repositories><repository>%1$s</repository></repositories>
                    <pluginRepositories><pluginRepository>%1$s</pluginRepository></pluginRepositories>
                  </profile></profiles>
                  <activeProfiles><activeProfile>outer-build</activeProfile></activeProfiles>
                </settings>
                """.formatted(repository);
        Path file = TestSettings.WORK.resolve("settings.xml");
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
