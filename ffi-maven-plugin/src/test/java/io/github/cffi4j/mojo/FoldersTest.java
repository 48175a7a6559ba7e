package io.github.cffi4j.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of the POM that are not there (fault 9), and executions that differ in them (fault 26). */
class FoldersTest {
    @TempDir
    private Path base;

    @Test
    void namesAFolderThatIsNotThere() throws Exception {
        File nativ = base.resolve("src/main/nativ").toFile();
        Files.createDirectories(base.resolve("src/main/native"));
        assertThatThrownBy(() -> Folders.require("<sourceDirectories>", nativ))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("<sourceDirectories>: " + nativ + " is no folder; what is there ends at "
                        + base.resolve("src/main") + "; fix: correct the path, or create it before ffi:generate runs");
        File file = Files.createFile(base.resolve("file")).toFile();
        assertThatThrownBy(() -> Folders.require("<includes>", List.of(base.toFile(), file)))
                .hasMessageStartingWith("<includes>: " + file + " is a file, not a folder");
        assertThat(Folders.require("<includes>", base.toFile())).isEqualTo(base.toFile());
    }

    @Test
    void executionsOfAModuleBuildOneLibrary() {
        MavenProject project = new MavenProject();
        File cdefs = base.resolve("ffi").toFile();
        OneLibrary.check(project, "one", cdefs, List.of());
        OneLibrary.check(project, "one", cdefs, List.of());
        assertThatThrownBy(() ->
                        OneLibrary.check(project, "two", base.resolve("ffi2").toFile(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a module has one library: an execution before this one built 'one' (cdefs in "
                        + cdefs + "), this one is to build 'two' (cdefs in " + base.resolve("ffi2")
                        + "); fix: put the second library into a module of its own");
        assertThatThrownBy(() ->
                        OneLibrary.check(project, "one", base.resolve("ffi2").toFile(), List.of()))
                .hasMessageStartingWith("a module has one library");
    }
}
