package io.github.cffi4j.compiler.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of the POM that are not there (fault 9). */
class FoldersTest {
    @TempDir
    private Path base;

    @Test
    void namesAFolderThatIsNotThere() throws Exception {
        File nativ = base.resolve("src/main/nativ").toFile();
        Files.createDirectories(base.resolve("src/main/native"));
        assertThatThrownBy(() -> Folders.require("<sourceDirectories>", nativ))
                .isInstanceOf(WrongSettingException.class)
                .hasMessage("<sourceDirectories>: " + nativ + " does not exist; the path exists up to "
                        + base.resolve("src/main") + "; fix: correct the path, or create it before ffi:generate runs");
        File file = Files.createFile(base.resolve("file")).toFile();
        assertThatThrownBy(() -> Folders.require("<includes>", List.of(base.toFile(), file)))
                .hasMessageStartingWith("<includes>: " + file + " is a file, not a folder");
        assertThat(Folders.require("<includes>", base.toFile())).isEqualTo(base.toFile());
    }
}
