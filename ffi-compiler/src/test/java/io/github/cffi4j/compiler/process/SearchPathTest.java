package io.github.cffi4j.compiler.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchPathTest {
    @TempDir
    Path folder;

    @Test
    void firstExecutableFileWins() throws Exception {
        Path notExecutable = Files.createDirectories(folder.resolve("a")).resolve("tool");
        Files.writeString(notExecutable, "");
        Files.createDirectories(folder.resolve("b").resolve("tool"));
        Path tool = Files.createDirectories(folder.resolve("c")).resolve("tool");
        Files.writeString(tool, "");
        assertThat(tool.toFile().setExecutable(true)).isTrue();
        String variable = String.join(
                File.pathSeparator,
                folder.resolve("a").toString(),
                "",
                folder.resolve("b").toString(),
                folder.resolve("c").toString());

        assertThat(SearchPath.of(variable).find("tool")).contains(tool);
        assertThat(SearchPath.of(variable).find("other")).isEmpty();
    }

    @Test
    void absentVariableHasNoFolders() {
        assertThat(SearchPath.of(null).folders()).isEmpty();
    }
}
