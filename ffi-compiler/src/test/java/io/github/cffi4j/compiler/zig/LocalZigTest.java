package io.github.cffi4j.compiler.zig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.compiler.fetch.FakeClient;
import io.github.cffi4j.compiler.fetch.FileTree;
import io.github.cffi4j.compiler.fetch.Sha256;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.compiler.process.SearchPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
        Files.createDirectories(folder.resolve("lib/std"));
        Files.createFile(folder.resolve("lib/std/std.zig"));
        rightVersion = new ZigInspector(counting(FakeMachine.bare()), new ZigNotes(folder.resolve("notes")));
        wrongVersion = new ZigInspector(
                new FakeMachine("0.15.2", new FakeClient(Set.of(), Map.of())),
                new ZigNotes(folder.resolve("other notes")));
    }

    @Test
    void configuredProgramOrItsFolder() throws Exception {
        Zig expected = new Zig(executable, folder.resolve("lib"), "0.16.0", "configured", true);

        assertFound(configured(executable, rightVersion).find(), expected);
        assertFound(configured(folder, rightVersion).find(), expected);
    }

    @Test
    void configuredProgramOfUnknownHashIsUsedAndSaid() throws Exception {
        Files.writeString(executable, "built by myself");

        assertFound(
                configured(executable, rightVersion).find(),
                new Zig(
                        executable,
                        folder.resolve("lib"),
                        // What it makes is not taken for what zig 0.16.0 makes.
                        "0.16.0-" + both(Sha256.of(executable), FakeRelease.LIBRARY),
                        "configured, not verified",
                        false));
    }

    @Test
    void aProgramIsAskedOnceAndAgainWhenItIsAnother() throws Exception {
        configured(executable, rightVersion).find();
        configured(executable, rightVersion).find();
        assertThat(asked).as("env").isEqualTo(1);

        Files.writeString(executable, "another one of another size");
        configured(executable, rightVersion).find();
        configured(executable, rightVersion).find();
        assertThat(asked).as("version and env of another").isEqualTo(3);
    }

    @Test
    void damagedNotesAreNoObstacle() throws Exception {
        Zig zig = found(configured(executable, rightVersion).find());
        try (Stream<Path> notes = Files.list(folder.resolve("notes"))) {
            for (Path note : notes.toList()) {
                Files.writeString(note, "\\u12");
            }
        }

        assertFound(configured(executable, rightVersion).find(), zig);
    }

    @Test
    void wrongConfiguredPathIsAnErrorAtOnce() throws Exception {
        assertThatThrownBy(() -> configured(folder.resolve("lib"), rightVersion).find())
                .isInstanceOf(ZigNotFoundException.class)
                .hasMessageContainingAll(
                        "-Dffi.zig=" + folder.resolve("lib"), "there is no zig", "remove the parameter");
        Files.writeString(executable, "an older one");
        assertThatThrownBy(() -> configured(executable, wrongVersion).find())
                .isInstanceOf(ZigNotFoundException.class)
                .hasMessageContainingAll("is zig 0.15.2, needed is zig 0.16.0");
    }

    @Test
    void configuredZigWithoutLibIsAnErrorAtOnce() throws Exception {
        FileTree.delete(folder.resolve("lib"));

        assertThatThrownBy(() -> configured(executable, rightVersion).find())
                .isInstanceOf(ZigNotFoundException.class)
                .hasMessageContainingAll("cannot be used", "does not find its own lib folder");
    }

    @Test
    void knownProgramOnThePath() throws Exception {
        assertFound(onPath(rightVersion), new Zig(executable, folder.resolve("lib"), "0.16.0", "PATH", true));
    }

    @Test
    void otherProgramsOnThePathAreLeftAlone() throws Exception {
        Files.writeString(executable, "built by a distribution");
        assertThat(onPath(rightVersion))
                .isEqualTo(new ZigAnswer.Missing(executable
                        + " is not zig 0.16.0 as the zig project built it, and was not started;"
                        + " if you trust it, use -Dffi.zig=" + executable));
        assertThat(asked)
                .as("a program that is not verified is not started (fault 31)")
                .isZero();

        Files.delete(executable);
        assertThat(onPath(rightVersion))
                .isEqualTo(new ZigAnswer.Missing("there is no " + FakeRelease.HOST.executableName() + " on it"));
    }

    @Test
    @DisplayName("a zig on the PATH whose lib folder was changed is not used (fault 31)")
    void changedLibOnThePath() throws Exception {
        Path header = Files.writeString(folder.resolve("lib/stddef.h"), "backdoor");
        assertThat(onPath(rightVersion))
                .isEqualTo(new ZigAnswer.Missing(
                        folder.resolve("lib") + " is not the lib folder of zig 0.16.0, files in it"
                                + " were changed; if you trust it, use -Dffi.zig=" + executable));

        Files.delete(header);
        assertThat(onPath(rightVersion)).isInstanceOf(ZigAnswer.Found.class);
    }

    @Test
    @DisplayName("a configured zig whose lib folder was changed is another zig, and is called not verified (fault 31)")
    void changedLibOfTheConfiguredZig() throws Exception {
        Path header = Files.writeString(folder.resolve("lib/stddef.h"), "backdoor");
        Zig changed = found(configured(executable, rightVersion).find());
        assertThat(changed.pinned()).isFalse();
        assertThat(changed.version()).matches("0\\.16\\.0-[0-9a-f]{16}");
        assertThat(changed.origin()).isEqualTo("configured, not verified: files in its lib folder were changed");

        Files.writeString(header, "something else");
        assertThat(found(configured(executable, rightVersion).find()).version()).isNotEqualTo(changed.version());

        Files.delete(header);
        assertThat(found(configured(executable, rightVersion).find()).pinned()).isTrue();
    }

    @Test
    @DisplayName("a lib folder that is changed after it was verified is noticed before zig is run (fault 31)")
    void changedLater() throws Exception {
        Path file = folder.resolve("lib/std/std.zig");
        for (ZigAnswer answer : List.of(
                onPath(rightVersion), configured(executable, rightVersion).find())) {
            Zig zig = found(answer);
            zig.proof().prove();
            Files.writeString(file, "backdoor");
            assertThatThrownBy(() -> zig.proof().prove())
                    .isInstanceOf(ZigNotFoundException.class)
                    .hasMessageContainingAll(folder.resolve("lib") + " was changed after it was verified", "fix: ");
            Files.writeString(file, "");
            zig.proof().prove();
        }
    }

    @Test
    @DisplayName("a program with its size and time restored is another program (fault 34)")
    void timesRestored() throws Exception {
        assertThat(found(configured(executable, rightVersion).find()).pinned()).isTrue();
        FileTime time = Files.getLastModifiedTime(executable);
        Files.writeString(executable, FakeRelease.EXECUTABLE.replace('a', 'b'));
        Files.setLastModifiedTime(executable, time);

        assertThat(onPath(rightVersion)).isInstanceOf(ZigAnswer.Missing.class);
        assertThat(found(configured(executable, rightVersion).find()).pinned()).isFalse();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "access lists tell there")
    @DisplayName("notes that others can write count for nothing (fault 31)")
    void notesOfOthers() throws Exception {
        configured(executable, rightVersion).find();
        try (Stream<Path> notes = Files.list(folder.resolve("notes"))) {
            for (Path note : notes.toList()) {
                Files.setPosixFilePermissions(note, PosixFilePermissions.fromString("rw-rw-rw-"));
            }
        }
        configured(executable, rightVersion).find();

        assertThat(asked).as("env, twice").isEqualTo(2);
    }

    private static Zig found(ZigAnswer answer) {
        assertThat(answer).isInstanceOf(ZigAnswer.Found.class);
        return ((ZigAnswer.Found) answer).zig();
    }

    private static void assertFound(ZigAnswer answer, Zig expected) {
        assertThat(found(answer))
                .usingRecursiveComparison()
                .ignoringFields("proof")
                .isEqualTo(expected);
    }

    private static String both(Sha256 program, Sha256 library) {
        return Sha256.of((program.hex() + library.hex()).getBytes(StandardCharsets.UTF_8))
                .hex()
                .substring(0, 16);
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
