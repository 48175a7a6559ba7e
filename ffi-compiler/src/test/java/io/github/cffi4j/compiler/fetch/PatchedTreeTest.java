package io.github.cffi4j.compiler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatchedTreeTest {
    @TempDir
    Path folder;

    @BeforeEach
    void sources() throws IOException {
        write("src/a.c", "one\ntwo\nthree\nfour\nfive\nsix\nseven\n");
    }

    @Test
    void changesMakesAndDeletesFiles() throws Exception {
        write("src/old.c", "old\n");

        apply("""
                From 1234 Mon Sep 17 00:00:00 2001
                Subject: what git format-patch writes

                diff --git a/src/a.c b/src/a.c
                index 1..2 100644
                --- a/src/a.c
                +++ b/src/a.c
                @@ -1,3 +1,4 @@ int function(void)
                +zero
                 one
                -two
                +2
                 three
                @@ -6,2 +7,2 @@
                 six
                -seven
                +7
                \\ No newline at end of file
                diff --git a/src/new/b.c b/src/new/b.c
                new file mode 100644
                --- /dev/null
                +++ b/src/new/b.c
                @@ -0,0 +1,2 @@
                +first
                +-- second
                diff --git a/src/old.c b/src/old.c
                deleted file mode 100644
                --- a/src/old.c
                +++ /dev/null
                @@ -1 +0,0 @@
                -old
                --\s
                2.39.2
                """);

        assertThat(folder.resolve("sources/src/a.c")).hasContent("zero\none\n2\nthree\nfour\nfive\nsix\n7");
        assertThat(Files.size(folder.resolve("sources/src/a.c"))).isEqualTo(32);
        assertThat(folder.resolve("sources/src/new/b.c")).hasContent("first\n-- second\n");
        assertThat(folder.resolve("sources/src/old.c")).doesNotExist();
    }

    /** diff -u writes times, and no a/ and b/; other versions of a file have the lines elsewhere. */
    @Test
    void findsLinesThatHaveMoved() throws Exception {
        apply("""
                --- src/a.c.orig\t2026-01-01 00:00:00
                +++ src/a.c\t2026-01-02 00:00:00
                @@ -3,2 +3,2 @@
                -six
                -seven
                +6
                +7
                """);

        assertThat(folder.resolve("sources/src/a.c")).hasContent("one\ntwo\nthree\nfour\nfive\n6\n7\n");
    }

    @Test
    void saysWhichHunkDoesNotApplyAndWhatIsThere() throws Exception {
        Path file = patch("""
                --- a/src/a.c
                +++ b/src/a.c
                @@ -1,2 +1,2 @@
                 one
                -two
                +2
                @@ -3,3 +3,3 @@
                 three
                -4
                +vier
                 five
                """);

        assertThatThrownBy(() -> new PatchedTree(folder.resolve("sources")).apply(SourcePatch.read(file)))
                .isInstanceOf(FetchException.class)
                .hasMessage(
                        file + ":7: the hunk does not apply"
                                + "\n  src/a.c:4 should be: 4"
                                + "\n  src/a.c:4 is:        four"
                                + "\n  the hunk:\n    three\n    4\n    five"
                                + "\n  fix: make the patch again for this version of the sources, without the parts that they already have");
    }

    @Test
    void saysThatLineEndsDiffer() throws Exception {
        write("src/a.c", "one\r\ntwo\r\n");

        assertRefused("--- a/src/a.c\n+++ b/src/a.c\n@@ -1 +1 @@\n-one\n+1\n", "The lines end in different ways");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside.c", "/etc/passwd", "src/../../outside.c", "src\\\\a.c"})
    void changesNothingOutsideOfTheSources(String name) throws Exception {
        Files.writeString(folder.resolve("outside.c"), "one\n");

        assertRefused("--- a/" + name + "\n+++ b/" + name + "\n@@ -1 +1 @@\n-one\n+1\n", "which is not in the sources");
        assertThat(folder.resolve("outside.c")).hasContent("one\n");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "users may not make links there")
    void changesNothingThroughALink() throws Exception {
        Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(folder.resolve("elsewhere/a.c"), "one\n");
        Files.createSymbolicLink(folder.resolve("sources/link"), folder.resolve("elsewhere"));

        assertRefused("--- a/link/a.c\n+++ b/link/a.c\n@@ -1 +1 @@\n-one\n+1\n", "and link is a link");
        assertThat(folder.resolve("elsewhere/a.c")).hasContent("one\n");
    }

    @Test
    void refusesWhatItWouldHaveToGuess() throws Exception {
        assertRefused(
                "--- a/b.c\n+++ b/b.c\n@@ -1 +1 @@\n-one\n+1\n", "changes b.c, and the sources have no such file");
        assertRefused("--- /dev/null\n+++ b/src/a.c\n@@ -0,0 +1 @@\n+1\n", "the sources have that file already");
        assertRefused(
                "--- a/src/a.c\n+++ /dev/null\n@@ -1 +0,0 @@\n-one\n", "which has more lines than the patch knows");
        assertRefused("nothing\n", "it is not a unified diff");
        assertRefused(
                "--- a/src/a.c\n+++ b/src/a.c\n@@ -1,3 +1,3 @@\n one\n-two\n", ":6: the hunk of line 3 ends too early");
        assertRefused("--- a/src/a.c\n+++ b/src/a.c\n@@ -1,1 +1,1 @@\n-one\n-two\n+1\n", "has more lines than it says");
        assertRefused("@@ -1 +1 @@\n-one\n+1\n", "a hunk without the lines '--- file'");
        assertRefused("diff --git a/x b/y\nrename from x\nrename to y\n", "'rename from x': a patch can change");
        assertRefused("diff --git a/x b/x\nnew file mode 100644\nindex 0..1\n", "cannot make or delete an empty file");
    }

    @Test
    void saysThatThereIsNoPatch() {
        assertThatThrownBy(() -> SourcePatch.read(folder.resolve("none.diff")))
                .isInstanceOf(WrongSettingException.class)
                .hasMessage(
                        "<patches>: there is no file " + folder.resolve("none.diff") + "\n  fix: correct the <patch>");
    }

    private void assertRefused(String diff, String why) throws IOException {
        Path file = patch(diff);
        assertThatThrownBy(() -> new PatchedTree(folder.resolve("sources")).apply(SourcePatch.read(file)))
                .isInstanceOf(FetchException.class)
                .hasMessageContainingAll(file.toString(), why);
    }

    private void apply(String diff) throws IOException {
        new PatchedTree(folder.resolve("sources")).apply(SourcePatch.read(patch(diff)));
    }

    private Path patch(String diff) throws IOException {
        return Files.writeString(folder.resolve("fix.diff"), diff);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve("sources").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
