package io.github.cffi4j.compiler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderContentTest {
    @TempDir
    Path folder;

    @BeforeEach
    void files() throws Exception {
        Files.createDirectories(folder.resolve("a/empty"));
        for (String name : List.of("a/x.h", "a.h", "B.h", "a-b.h")) {
            Files.writeString(folder.resolve(name), name);
        }
    }

    /** As {@code sha256sum} of all files, sorted by bytes, gives it to {@code sha256sum}. */
    @Test
    void theHashIsTheShells() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (String name : List.of("B.h", "a-b.h", "a.h", "a/x.h")) {
            lines.append(String.format(
                    Locale.ROOT,
                    "%s  %s%n",
                    Sha256.of(name.getBytes(StandardCharsets.UTF_8)).hex(),
                    name));
        }
        assertThat(FolderContent.hash(folder))
                .isEqualTo(Sha256.of(lines.toString().replace("\r", "").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theLookChangesWithNamesAndContents() throws Exception {
        String before = FolderContent.look(folder);
        assertThat(FolderContent.look(folder)).isEqualTo(before);
        Files.move(folder.resolve("a.h"), folder.resolve("c.h"));
        String moved = FolderContent.look(folder);
        assertThat(moved).isNotEqualTo(before);
        Files.writeString(folder.resolve("a/x.h"), "longer");
        assertThat(FolderContent.look(folder)).isNotEqualTo(moved);
    }
}
