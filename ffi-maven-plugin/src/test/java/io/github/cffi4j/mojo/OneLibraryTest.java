package io.github.cffi4j.mojo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Executions of a module that differ in their folders (fault 26). */
class OneLibraryTest {
    @TempDir
    private Path base;

    @Test
    void executionsOfAModuleBuildOneLibrary() {
        MavenProject project = new MavenProject();
        File cdefs = base.resolve("ffi").toFile();
        OneLibrary.check(project, "one", cdefs, List.of());
        OneLibrary.check(project, "one", cdefs, List.of());
        assertThatThrownBy(() ->
                        OneLibrary.check(project, "two", base.resolve("ffi2").toFile(), List.of()))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageStartingWith("a module has one library: an execution before this one built 'one' (cdefs in "
                        + cdefs + "), this one is to build 'two' (cdefs in " + base.resolve("ffi2")
                        + "); fix: put the second library into a module of its own");
        assertThatThrownBy(() ->
                        OneLibrary.check(project, "one", base.resolve("ffi2").toFile(), List.of()))
                .hasMessageStartingWith("a module has one library");
    }
}
