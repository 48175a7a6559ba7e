package io.github.cffi4j.compiler.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTroubleTest {
    @TempDir
    private Path folder;

    @Test
    void saysWhatIsMissing() {
        assertThat(FileTrouble.explain(new AccessDeniedException("target/ffi")))
                .isEqualTo("cannot write or read target/ffi: no permission; fix: make it accessible to this user");
        assertThat(FileTrouble.explain(new NoSuchFileException("nowhere/ffi")))
                .isEqualTo("cannot write or read nowhere/ffi: no such file or folder, and none could be made;"
                        + " fix: correct the path");
        assertThat(FileTrouble.explain(new FileSystemException("a", null, "No space left on device")))
                .isEqualTo("cannot write or read a: No space left on device; fix: free some space");
    }

    @Test
    void namesTheFileThatStandsInTheWay() throws Exception {
        Path file = Files.writeString(folder.resolve("target"), "");
        assertThat(FileTrouble.explain(
                        new FileSystemException(file.resolve("ffi").toString(), null, "Not a directory")))
                .endsWith("fix: remove or rename " + file + ", a file where a folder is needed");
    }
}
