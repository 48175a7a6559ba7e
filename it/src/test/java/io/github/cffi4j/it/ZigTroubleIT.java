package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A machine without zig, and a download that is not what it should be. */
@ExtendWith(WorkFolder.class)
class ZigTroubleIT {
    private static final Set<String> GETTERS = Set.of("zig", "pip", "pip3", "python", "python3", "npm");

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

        assertThat(outcome.errors()).isEqualTo(List.of());
    }

    @Test
    void onlineWithoutAnythingTellsWhyEachSourceFailed() {
        BuildOutcome outcome = withoutZig
                .run(
                        project.folder(),
                        "generate-sources",
                        "-Dffi.cache.dir=" + cache,
                        "-Dffi.zig.mirror=" + cache.resolve("nowhere").toUri())
                .failed();

        assertThat(outcome.errors()).isEqualTo(List.of());
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

            assertThat(asked).hasSize(1);
            assertThat(outcome.errors()).isEqualTo(List.of(mirror + asked + Jars.sha256(archive)));
            assertThat(filesIn(cache)).isEmpty();
        } finally {
            server.stop(0);
        }
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
