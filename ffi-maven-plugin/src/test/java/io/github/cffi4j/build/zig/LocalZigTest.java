package io.github.cffi4j.build.zig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.build.fetch.FakeClient;
import io.github.cffi4j.build.process.SearchPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The zig that is already on the machine: by its configured path and on the PATH. */
class LocalZigTest {
    private static final ZigInspector RIGHT_VERSION = new ZigInspector(FakeMachine.bare());
    private static final ZigInspector WRONG_VERSION =
            new ZigInspector(new FakeMachine("0.15.2", new FakeClient(Set.of(), Map.of())));

    @TempDir
    Path folder;

    private Path executable;

    @BeforeEach
    void install() throws IOException {
        folder = folder.toRealPath();
        executable = Files.writeString(folder.resolve(FakeRelease.HOST.executableName()), FakeRelease.EXECUTABLE);
        assertThat(executable.toFile().setExecutable(true)).isTrue();
        Files.createDirectory(folder.resolve("lib"));
    }

    @Test
    void configuredProgramOrItsFolder() throws Exception {
        Zig expected = new Zig(executable, folder.resolve("lib"), "0.16.0", "configured", true);

        assertThat(configured(executable, RIGHT_VERSION).find()).isEqualTo(new ZigAnswer.Found(expected));
        assertThat(configured(folder, RIGHT_VERSION).find()).isEqualTo(new ZigAnswer.Found(expected));
    }

    @Test
    void configuredProgramOfUnknownHashIsUsedAndSaid() throws Exception {
        Files.writeString(executable, "built by myself");

        assertThat(configured(executable, RIGHT_VERSION).find())
                .isEqualTo(new ZigAnswer.Found(
                        new Zig(executable, folder.resolve("lib"), "0.16.0", "configured, not verified", false)));
    }

    @Test
    void wrongConfiguredPathIsAnErrorAtOnce() {
        assertThatThrownBy(
                        () -> configured(folder.resolve("lib"), RIGHT_VERSION).find())
                .isInstanceOf(ZigNotFoundException.class)
                .hasMessageContainingAll(
                        "-Dffi.zig=" + folder.resolve("lib"), "there is no zig", "leave the parameter out");
        assertThatThrownBy(() -> configured(executable, WRONG_VERSION).find())
                .isInstanceOf(ZigNotFoundException.class)
                .hasMessageContainingAll("is zig 0.15.2, needed is zig 0.16.0");
    }

    @Test
    void configuredZigWithoutLibIsAnErrorAtOnce() throws Exception {
        Files.delete(folder.resolve("lib"));

        assertThatThrownBy(() -> configured(executable, RIGHT_VERSION).find())
                .isInstanceOf(ZigNotFoundException.class)
                .hasMessageContainingAll("cannot be used", "does not find its own lib folder");
    }

    @Test
    void knownProgramOnThePath() throws Exception {
        assertThat(onPath(RIGHT_VERSION))
                .isEqualTo(new ZigAnswer.Found(new Zig(executable, folder.resolve("lib"), "0.16.0", "PATH", true)));
    }

    @Test
    void otherProgramsOnThePathAreLeftAlone() throws Exception {
        assertThat(onPath(WRONG_VERSION))
                .isEqualTo(new ZigAnswer.Missing(executable + " is zig 0.15.2, needed is 0.16.0"));

        Files.writeString(executable, "built by a distribution");
        assertThat(onPath(RIGHT_VERSION))
                .isEqualTo(new ZigAnswer.Missing(executable
                        + " is zig 0.16.0 but not a build of the zig project; if you trust it, use -Dffi.zig="
                        + executable));

        Files.delete(executable);
        assertThat(onPath(RIGHT_VERSION))
                .isEqualTo(new ZigAnswer.Missing("there is no " + FakeRelease.HOST.executableName() + " on it"));
    }

    private static ConfiguredZig configured(Path path, ZigInspector inspector) {
        return new ConfiguredZig(Optional.of(path), FakeRelease.release(), inspector);
    }

    private ZigAnswer onPath(ZigInspector inspector) throws Exception {
        return new PathZig(new SearchPath(List.of(folder)), FakeRelease.release(), inspector).find();
    }
}
