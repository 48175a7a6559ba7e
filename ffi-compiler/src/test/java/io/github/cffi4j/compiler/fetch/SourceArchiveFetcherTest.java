package io.github.cffi4j.compiler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.compiler.fetch.TestArchives.Entry;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceArchiveFetcherTest {
    @TempDir
    Path folder;

    private final List<String> progress = new ArrayList<>();
    private byte[] content;
    private String hash;
    private FakeClient client;

    @BeforeEach
    void pack() throws IOException {
        byte[] inner = TestArchives.tarGz(Entry.file("sqlite/sqlite3.c", "int x;"), Entry.file("sqlite/doc/a", "doc"));
        content = TestArchives.tarGz(
                Entry.file("package/deps/inner.tar.gz", inner), Entry.file("package/deps/sqlite3.h", "int y;"));
        hash = Sha256.of(content).hex();
        client = new FakeClient(Set.of("npm"), Map.of("sqlite@1.0", content));
    }

    @Test
    void locationsAreTriedInOrder() throws Exception {
        SourceArchive archive = SourceArchive.of(
                        "sqlite", hash, folder.resolve("gone.tgz").toUri().toString(), "npm:sqlite@1.0")
                .strip("package/deps");

        Path sources = fetcher(false).fetch(archive).folder();

        assertThat(sources).startsWith(folder.resolve("cache/sources"));
        assertThat(sources.resolve("sqlite3.h")).hasContent("int y;");
        assertThat(progress)
                .containsExactly(
                        "sqlite: fetching " + folder.resolve("gone.tgz").toUri(), "sqlite: fetching npm:sqlite@1.0");
    }

    @Test
    void anArchiveWithoutHashIsNotUsedAndTheMessageHasTheHash() {
        SourceArchive archive = SourceArchive.of("sqlite", Sha256.UNPINNED.hex(), "npm:sqlite@1.0");

        assertThatThrownBy(() -> fetcher(false).fetch(archive))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageContainingAll(
                        "the source archive sqlite has no <sha256>, so nothing of it was used",
                        "npm:sqlite@1.0 gives a file with this one",
                        "<sha256>" + hash + "</sha256>");
        assertThat(folder.resolve("cache/sources").resolve(archive.folderName()))
                .doesNotExist();
    }

    @Test
    void artifactsComeFromTheRepositoriesOfTheBuild() throws Exception {
        Path file = Files.write(folder.resolve("artifact.tar.gz"), content);
        List<String> asked = new ArrayList<>();
        SourceArchiveFetcher fetcher = new SourceArchiveFetcher(
                new UserCache(folder.resolve("cache")),
                new Downloader(true),
                new PackageClient(client),
                coordinates -> {
                    asked.add(coordinates);
                    return file;
                },
                true,
                progress::add);

        Path sources = fetcher.fetch(SourceArchive.of("sqlite", hash, "maven:org.example:sqlite:1.0@tar.gz"))
                .folder();

        assertThat(sources.resolve("package/deps/sqlite3.h")).hasContent("int y;");
        assertThat(asked).containsExactly("org.example:sqlite:tar.gz:1.0");
        assertThat(file).exists();
    }

    @Test
    void nestedArchiveWithIncludes() throws Exception {
        SourceArchive archive = SourceArchive.of("sqlite", hash, "npm:sqlite@1.0")
                .inner("package/deps/inner.tar.gz")
                .strip("sqlite")
                .include(List.of("*.c"));

        Path sources = fetcher(false).fetch(archive).folder();

        assertThat(sources.resolve("sqlite3.c")).hasContent("int x;");
        assertThat(sources).isDirectoryNotContaining("glob:**/doc");
    }

    @Test
    void licencesAreTakenFromAnywhereInTheArchive() throws Exception {
        SourceArchive archive = SourceArchive.of("sqlite", hash, "npm:sqlite@1.0")
                .inner("package/deps/inner.tar.gz")
                .strip("sqlite")
                .include(List.of("*.c"))
                .licensed("blessing", List.of("sqlite/doc/*"));

        FetchedArchive fetched = fetcher(false).fetch(archive);

        assertThat(fetched.licenseTexts())
                .singleElement()
                .satisfies(text -> assertThat(text).hasFileName("a").hasContent("doc"));
        assertThat(fetcher(true).fetch(archive)).isEqualTo(fetched);
    }

    /** Other patches make other sources, so they are unpacked beside those of before. */
    @Test
    void patchesChangeWhatWasUnpacked() throws Exception {
        SourceArchive archive = SourceArchive.of("sqlite", hash, "npm:sqlite@1.0")
                .inner("package/deps/inner.tar.gz")
                .strip("sqlite");
        Path file = Files.writeString(
                folder.resolve("fix.diff"),
                "--- a/sqlite3.c\n+++ b/sqlite3.c\n@@ -1 +1 @@\n-int x;\n\\ No newline at end of file\n+int y;\n");

        Path plain = fetcher(false).fetch(archive).folder();
        Path patched = fetcher(false)
                .fetch(archive.patched(List.of(SourcePatch.read(file))))
                .folder();

        assertThat(plain.resolve("sqlite3.c")).hasContent("int x;");
        assertThat(patched.resolve("sqlite3.c")).hasContent("int y;\n");
        Files.writeString(file, "--- a/sqlite3.c\n+++ b/sqlite3.c\n@@ -1 +1 @@\n-int z;\n+int y;\n");
        SourceArchive wrong = archive.patched(List.of(SourcePatch.read(file)));
        assertThatThrownBy(() -> fetcher(false).fetch(wrong)).hasMessageContaining("sqlite3.c:1 should be: int z;");
    }

    @Test
    void secondFetchNeedsNobodyNotEvenOnline() throws Exception {
        SourceArchive archive = SourceArchive.of("sqlite", hash, "npm:sqlite@1.0");
        FetchedArchive first = fetcher(false).fetch(archive);
        int calls = client.calls().size();

        assertThat(fetcher(true).fetch(archive)).isEqualTo(first);
        assertThat(client.calls()).hasSize(calls);
        assertThat(fetcher(false).fetch(archive.strip("package"))).isNotEqualTo(first);
    }

    @Test
    void allReasonsAreListed() {
        SourceArchive archive = SourceArchive.of("sqlite", hash, "https://localhost/a.tgz", "pip:sqlite==1.0");

        assertThatThrownBy(() -> fetcher(true).fetch(archive))
                .isInstanceOf(FetchException.class)
                .hasMessageContainingAll(
                        "the source archive sqlite cannot be had:",
                        "\n  https://localhost/a.tgz: ",
                        "\n  pip:sqlite==1.0: the build is offline");
        assertThat(client.calls()).isEmpty();
    }

    @Test
    void wrongHashIsNotPassedOver() throws Exception {
        Path altered = Files.writeString(folder.resolve("altered.tgz"), "altered");
        SourceArchive archive = SourceArchive.of("sqlite", hash, altered.toUri().toString(), "npm:sqlite@1.0");

        assertThatThrownBy(() -> fetcher(false).fetch(archive)).isInstanceOf(WrongHashException.class);
        assertThat(client.calls()).isEmpty();
        assertThat(altered).hasContent("altered");
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> SourceArchive.of("../x", hash, "npm:a@1")).hasMessageContaining("'../x'");
        assertThatThrownBy(() -> SourceArchive.of("x", hash)).hasMessageContaining("has no location");
        assertThatThrownBy(() -> SourceArchive.of("x", "12", "npm:a@1")).hasMessageContaining("64 hexadecimal");
    }

    private SourceArchiveFetcher fetcher(boolean offline) {
        return new SourceArchiveFetcher(
                new UserCache(folder.resolve("cache")),
                new Downloader(offline),
                new PackageClient(client),
                offline,
                progress::add);
    }
}
