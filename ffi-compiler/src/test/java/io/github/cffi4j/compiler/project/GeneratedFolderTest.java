package io.github.cffi4j.compiler.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedFolderTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    private Path root;

    @Test
    void leavesAFileAloneThatWouldNotChange() throws IOException {
        Path file = new GeneratedFolder(root).write("org/example/Geo.java", "class Geo {}");
        Files.setLastModifiedTime(file, LONG_AGO);
        GeneratedFolder again = new GeneratedFolder(root);
        again.write("org/example/Geo.java", "class Geo {}");
        again.deleteOthers();
        assertThat(again.changed()).isFalse();
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(LONG_AGO);
    }

    @Test
    void replacesAFileThatChanges() throws IOException {
        new GeneratedFolder(root).write("Geo.java", "class Geo {}");
        GeneratedFolder again = new GeneratedFolder(root);
        assertThat(again.write("Geo.java", "class Geo { int x; }")).hasContent("class Geo { int x; }");
        assertThat(again.changed()).isTrue();
    }

    @Test
    void deletesWhatIsNotGeneratedAnyMore() throws IOException {
        Path gone = new GeneratedFolder(root).write("org/Old.java", "class Old {}");
        GeneratedFolder again = new GeneratedFolder(root);
        Path kept = again.write("org/New.java", "class New {}");
        again.deleteOthers();
        assertThat(gone).doesNotExist();
        assertThat(kept).exists();
        assertThat(again.changed()).isTrue();
    }

    @Test
    void othersMayReadWhatItWrites() throws IOException {
        Path usual = Files.writeString(root.resolve("usual"), "");
        assertThat(
                        Files.getFileStore(root).supportsFileAttributeView("posix")
                                ? Files.getPosixFilePermissions(
                                                new GeneratedFolder(root).write("Geo.java", "class Geo {}"))
                                        .equals(Files.getPosixFilePermissions(usual))
                                : true)
                .isTrue();
    }

    @Test
    void anEmptyFolderNeedNotBeThere() throws IOException {
        GeneratedFolder folder = new GeneratedFolder(root.resolve("nowhere"));
        folder.deleteOthers();
        assertThat(folder.changed()).isFalse();
    }
}
