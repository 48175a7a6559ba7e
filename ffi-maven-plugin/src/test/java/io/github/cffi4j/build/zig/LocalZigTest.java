package io.github.cffi4j.build.zig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.build.fetch.FakeClient;
import io.github.cffi4j.build.fetch.Sha256;
import io.github.cffi4j.build.process.ProcessRunner;
import io.github.cffi4j.build.process.SearchPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The zig that is already on the machine: by its configured path and on the PATH. */
class LocalZigTest {
    @TempDir
    Path folder;

    private int asked;
    private ZigInspector rightVersion;
    private ZigInspector wrongVersion;
    private Path executable;

    @BeforeEach
    void install() throws IOException {
        folder = folder.toRealPath();
        executable = Files.writeString(folder.resolve(FakeRelease.HOST.executableName()), FakeRelease.EXECUTABLE);
        assertThat(executable.toFile().setExecutable(true)).isTrue();
        Files.createDirectory(folder.resolve("lib"));
        rightVersion = new ZigInspector(counting(FakeMachine.bare()), new ZigNotes(folder.resolve("notes")));
        wrongVersion = new ZigInspector(
                new FakeMachine("0.15.2", new FakeClient(Set.of(), Map.of())),
                new ZigNotes(folder.resolve("other notes")));
    }

    @Test
    void configuredProgramOrItsFolder() throws Exception {
        Zig expected = new Zig(executable, folder.resolve("lib"), "0.16.0", "configured", true);

        assertThat(configured(executable, rightVersion).find()).isEqualTo(new ZigAnswer.Found(expected));
        assertThat(configured(folder, rightVersion).find()).isEqualTo(new ZigAnswer.Found(expected));
    }

    @Test
    void configuredProgramOfUnknownHashIsUsedAndSaid() throws Exception {
        Files.writeString(executable, "built by myself");

        assertThat(configured(executable, rightVersion).find())
                .isEqualTo(new ZigAnswer.Found(new Zig(
                        executable,
                        folder.resolve("lib"),
                        // What it makes is not taken for what zig 0.16.0 makes.
                        "0.16.0-" + Sha256.of(executable).hex().substring(0, 16),
                        "configured, not verified",
                        false)));
    }

    @Test
    void aProgramIsAskedOnceAndAgainWhenItIsAnother() throws Exception {
        configured(executable, rightVersion).find();
        configured(executable, rightVersion).find();
        assertThat(asked).as("version and env").isEqualTo(2);

        Files.writeString(executable, "another one of another size");
        configured(executable, rightVersion).find();
        assertThat(asked).isEqualTo(4);
    }

    @Test
    void damagedNotesAreNoObstacle() throws Exception {
        ZigAnswer answer = configured(executable, rightVersion).find();
        try (Stream<Path> notes = Files.list(folder.resolve("notes"))) {
            for (Path note : notes.toList()) {
                Files.writeString(note, "\\u12");
            }
        }

        assertThat(configured(executable, rightVersion).find()).isEqualTo(answer);
    }

    @Test
    void wrongConfiguredPathIsAnErrorAtOnce() {
        assertThatThrownBy(() -> configured(folder.resolve("lib"), rightVersion).find())
                .isInstanceOf(ZigNotFoundException.class)
                .hasMessageContainingAll(
                        "-Dffi.zig=" + folder.resolve("lib"), "there is no zig", "leave the parameter out");
        assertThatThrownBy(() -> configured(executable, wrongVersion).find())
                .isInstanceOf(ZigNotFoundException.class)
                .hasMessageContainingAll("is zig 0.15.2, needed is zig 0.16.0");
    }

    @Test
    void configuredZigWithoutLibIsAnErrorAtOnce() throws Exception {
        Files.delete(folder.resolve("lib"));

        assertThatThrownBy(() -> configured(executable, rightVersion).find())
                .isInstanceOf(ZigNotFoundException.class)
                .hasMessageContainingAll("cannot be used", "does not find its own lib folder");
    }

    @Test
    void knownProgramOnThePath() throws Exception {
        assertThat(onPath(rightVersion))
                .isEqualTo(new ZigAnswer.Found(new Zig(executable, folder.resolve("lib"), "0.16.0", "PATH", true)));
    }

    @Test
    void otherProgramsOnThePathAreLeftAlone() throws Exception {
        assertThat(onPath(wrongVersion))
                .isEqualTo(new ZigAnswer.Missing(executable + " is zig 0.15.2, needed is 0.16.0"));

        Files.writeString(executable, "built by a distribution");
        assertThat(onPath(rightVersion))
                .isEqualTo(new ZigAnswer.Missing(executable
                        + " is zig 0.16.0 but not a build of the zig project; if you trust it, use -Dffi.zig="
                        + executable));

        Files.delete(executable);
        assertThat(onPath(rightVersion))
                .isEqualTo(new ZigAnswer.Missing("there is no " + FakeRelease.HOST.executableName() + " on it"));
    }

    private ProcessRunner counting(ProcessRunner runner) {
        return command -> {
            asked++;
            return runner.run(command);
        };
    }

    private static ConfiguredZig configured(Path path, ZigInspector inspector) {
        return new ConfiguredZig(Optional.of(path), FakeRelease.release(), inspector);
    }

    private ZigAnswer onPath(ZigInspector inspector) throws Exception {
        return new PathZig(new SearchPath(List.of(folder)), FakeRelease.release(), inspector).find();
    }
}
