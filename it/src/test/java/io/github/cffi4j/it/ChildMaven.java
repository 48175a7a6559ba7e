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
import java.util.Locale;
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
 * @param home where it is installed
 * @param repository its local repository
 */
record ChildMaven(Map<String, String> environment, Optional<Path> executable, Path home, Path repository) {
    /** Builds of seconds do not repay an optimising compiler. */
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    /** For C++ zig compiles the run times of several platforms, minutes each. */
    private static final int LONGEST_BUILD_SECONDS = 1800;

    ChildMaven {
        environment = Map.copyOf(environment);
    }

    /** A Maven with the environment of this process. */
    static ChildMaven usual() {
        return new ChildMaven(Map.of(), Optional.empty(), TestSettings.MAVEN_HOME, TestSettings.REPOSITORY);
    }

    ChildMaven with(String variable, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(variable, value);
        return new ChildMaven(more, executable, home, repository);
    }

    ChildMaven startedBy(Path script) {
        return new ChildMaven(environment, Optional.of(script), home, repository);
    }

    /** Another version of Maven, of another user: its local repository is its own. */
    static ChildMaven ofVersion(String version, Path repository) {
        return new ChildMaven(
                Map.of(), Optional.empty(), TestSettings.MAVENS.resolve("apache-maven-" + version), repository);
    }

    /** Runs Maven in a folder and waits for it. */
    BuildOutcome run(Path folder, String... arguments) {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        InvocationRequest request = new DefaultInvocationRequest()
                .setBaseDirectory(folder.toFile())
                .setLocalRepositoryDirectory(repository.toFile())
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
            InvocationResult result =
                    new DefaultInvoker().setMavenHome(home.toFile()).execute(request);
            if (result.getExecutionException() != null) {
                throw new IllegalStateException(String.join("\n", lines), result.getExecutionException());
            }
            return new BuildOutcome(result.getExitCode(), lines);
        } catch (MavenInvocationException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Starts Maven in a folder, for a test that stops it. A build in the background of a script has its children ignore
     * Ctrl-C; this one does not.
     */
    Process start(Path folder, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                "env",
                "--default-signal=INT",
                TestSettings.MAVEN_HOME.resolve("bin").resolve("mvn").toString(),
                "-B",
                "-ntp",
                "-gs",
                settings().toString(),
                "-Dmaven.repo.local=" + TestSettings.REPOSITORY));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("maven.log").toFile());
        builder.environment().put("MAVEN_OPTS", QUICK_START);
        builder.environment().put("MAVEN_ARGS", "");
        return builder.start();
    }

    /** Has the inner builds look into the outer build's repository before they go to the network. */
    private static Path settings() {
        String repository = String.format(Locale.ROOT, """
                <id>outer-build</id>
                <url>%s</url>
                <releases><enabled>true</enabled><checksumPolicy>ignore</checksumPolicy></releases>
                <snapshots><enabled>false</enabled></snapshots>
                """, TestSettings.OUTER_REPOSITORY.toUri());
        String thisBuild = String.format(Locale.ROOT, """
                <id>this-build</id>
                <url>%s</url>
                <releases><enabled>false</enabled></releases>
                <snapshots><enabled>true</enabled><checksumPolicy>ignore</checksumPolicy></snapshots>
                """, TestSettings.REPOSITORY.toUri());
        String text = String.format(Locale.ROOT, """
                <settings>
                  <profiles>
                    <profile>
                      <id>outer-build</id>
                      <repositories><repository>%1$s</repository></repositories>
                      <pluginRepositories><pluginRepository>%1$s</pluginRepository></pluginRepositories>
                    </profile>
                    <profile>
                      <id>published</id>
                      <activation><property><name>it.published</name></property></activation>
                      <repositories>
                        <repository><id>published</id><url>${it.published}</url></repository>
                        <repository>%2$s</repository>
                      </repositories>
                      <pluginRepositories><pluginRepository>%2$s</pluginRepository></pluginRepositories>
                    </profile>
                  </profiles>
                  <activeProfiles><activeProfile>outer-build</activeProfile></activeProfiles>
                </settings>
                """, repository, thisBuild);
        Path file = TestSettings.WORK.resolve("settings.xml");
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
