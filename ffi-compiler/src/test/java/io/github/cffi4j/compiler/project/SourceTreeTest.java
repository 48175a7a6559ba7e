package io.github.cffi4j.compiler.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Sources and cdefs behind symbolic links (fault 26). */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there only administrators make symbolic links")
class SourceTreeTest {
    @TempDir
    private Path folder;

    @Test
    void followsLinksToFoldersAndFiles() throws Exception {
        write("vendor/lib/a.c");
        write("vendor/one.c");
        write("c/own.c");
        link("c/lib", "../vendor/lib");
        link("c/one.c", "../vendor/one.c");
        link("root", "c");
        assertThat(SourceTree.files(folder.resolve("root")))
                .containsExactly(
                        folder.resolve("root/lib/a.c"), folder.resolve("root/one.c"), folder.resolve("root/own.c"));
    }

    @Test
    void goesRoundNoCircle() throws Exception {
        write("c/sub/a.c");
        link("c/sub/up", "..");
        link("c/self", ".");
        assertThat(SourceTree.files(folder.resolve("c"))).containsExactly(folder.resolve("c/sub/a.c"));
    }

    @Test
    void takesAFileOnce() throws Exception {
        write("c/a/x.c");
        link("c/b", "a");
        link("c/y.c", "a/x.c");
        assertThat(SourceTree.files(folder.resolve("c"))).containsExactly(folder.resolve("c/a/x.c"));
    }

    @Test
    void namesALinkThatLeadsNowhere() throws Exception {
        write("c/a.c");
        link("c/gone", "../not/checked/out");
        assertThatThrownBy(() -> SourceTree.files(folder.resolve("c")))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageStartingWith(folder.resolve("c/gone") + " is a symbolic link that leads nowhere; fix: ");
    }

    /** Emacs marks a file that is open by a link that leads nowhere. */
    @Test
    void passesOverWhatIsHidden() throws Exception {
        write("c/.git/x.c");
        write("c/.y.c");
        link("c/.#a.c", "me@host");
        assertThat(SourceTree.files(folder.resolve("c"))).isEmpty();
        assertThat(SourceTree.files(folder.resolve("none"))).isEmpty();
    }

    private void write(String path) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), "");
    }

    private void link(String path, String target) throws IOException {
        Files.createSymbolicLink(folder.resolve(path), Path.of(target));
    }
}
