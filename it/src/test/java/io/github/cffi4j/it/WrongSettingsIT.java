package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** Settings and surroundings the build cannot work with. */
@Tag("thorough")
@ExtendWith(WorkFolder.class)
class WrongSettingsIT {
    private TestProject project;

    @BeforeEach
    void copy(Path work) throws IOException {
        project = TestProject.copy("claims", work);
    }

    @Test
    void unknownPlatformGetsTheList() {
        assertThat(project.run("generate-sources", "-Dffi.platforms=linux-sparc")
                        .failed()
                        .errors())
                .containsExactly("no such platform: 'linux-sparc'; there are host and "
                        + String.join(" ", Platform.classifiers()));
    }

    @Test
    void fileInThePlaceOfTheWorkFolder() throws IOException {
        Files.createDirectories(project.file("target"));
        Files.createFile(project.file("target/ffi"));

        assertThat(project.run("generate-sources").failed().errors())
                .containsExactly("cannot write or read " + project.file("target/ffi")
                        + ": there is a file of that name; fix: remove or rename " + project.file("target/ffi")
                        + ", a file where a folder is needed");
    }

    /** Where a user without rights is told of them, root is told this: nobody makes folders in /proc. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderNobodyCanWrite() throws IOException {
        project.replace("pom.xml", "<build>", "<build><directory>/proc/ffi-target</directory>");

        assertThat(project.run("generate-sources").failed().errors())
                .containsExactly(
                        "cannot write or read /proc/ffi-target: no such file or folder, and none could be made; fix: correct the path");
    }

    @Test
    void missingZig() {
        assertThat(project.run("generate-sources", "-Dffi.zig=nowhere/zig")
                        .failed()
                        .errors())
                .containsExactly("-Dffi.zig=" + project.file("nowhere/zig") + ": there is no zig at "
                        + project.file("nowhere/zig")
                        + "; name the program or the folder it is in, or remove the parameter");
    }
}
