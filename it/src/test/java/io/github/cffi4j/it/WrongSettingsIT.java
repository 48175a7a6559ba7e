package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Settings and surroundings the build cannot work with. */
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
                .isEqualTo(List.of());
    }

    @Test
    void fileInThePlaceOfTheWorkFolder() throws IOException {
        Files.createDirectories(project.file("target"));
        Files.createFile(project.file("target/ffi"));

        assertThat(project.run("generate-sources").failed().errors()).isEqualTo(List.of());
    }

    @Test
    void aFolderNobodyCanWrite() throws IOException {
        project.replace("pom.xml", "<build>", "<build><directory>/proc/ffi-target</directory>");

        assertThat(project.run("generate-sources").failed().errors()).isEqualTo(List.of());
    }

    @Test
    void missingZig() {
        assertThat(project.run("generate-sources", "-Dffi.zig=nowhere/zig")
                        .failed()
                        .errors())
                .isEqualTo(List.of());
    }
}
