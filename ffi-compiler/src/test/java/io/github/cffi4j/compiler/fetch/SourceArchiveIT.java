package io.github.cffi4j.compiler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.compiler.process.ProcessRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gets archives with the real package clients, into a cold cache. */
@Tag("demanding")
class SourceArchiveIT {
    private static final SourceArchive SQLITE = SourceArchive.of(
                    "sqlite",
                    "40487589df3496f2ee0079d22b73c63fccebe7db0e8ee9a2c42421861e321e0b",
                    "npm:better-sqlite3@13.2.0")
            .strip("package/deps/sqlite3");

    @TempDir
    Path folder;

    @Test
    void sqliteFromNpm() throws Exception {
        List<String> progress = new ArrayList<>();

        Path sources = fetcher(false, progress).fetch(SQLITE).folder();

        try (Stream<Path> files = Files.list(sources)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("sqlite3.c", "sqlite3.h", "sqlite3ext.h");
        }
        assertThat(sources.resolve("sqlite3.h")).content().contains("#define SQLITE_VERSION        \"3.54.1\"");
        assertThat(progress).containsExactly("sqlite: fetching npm:better-sqlite3@13.2.0");
        assertThat(fetcher(true, progress).fetch(SQLITE).folder()).isEqualTo(sources);
    }

    /** Its build program is not installed here: had pip started it, it would have failed. */
    @Test
    void sourceDistributionFromPip() throws Exception {
        SourceArchive pyzmq = SourceArchive.of(
                        "pyzmq",
                        "ac0765e3d44455adb6ddbf4417dcce460fc40a05978c08efdf2948072f6db540",
                        "sdist:pyzmq==27.1.0")
                .strip("pyzmq-27.1.0/zmq/backend/cffi");

        Path sources = fetcher(false, new ArrayList<>()).fetch(pyzmq).folder();

        assertThat(sources.resolve("_cdefs.h")).content().contains("void* zmq_ctx_new();");
    }

    private SourceArchiveFetcher fetcher(boolean offline, List<String> progress) {
        return new SourceArchiveFetcher(
                new UserCache(folder),
                new Downloader(offline),
                new PackageClient(ProcessRunner.system()),
                offline,
                progress::add);
    }
}
