package io.github.cffi4j.compiler.zig;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.compiler.fetch.LocalServer;
import io.github.cffi4j.compiler.process.Command;
import io.github.cffi4j.compiler.process.ProcessRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two builds at once on one cold cache. The server answers the first only when the second waits for it. */
@Timeout(60)
class ConcurrentResolveTest {
    private static final String PATH = "/download/" + FakeRelease.release().archivePath();

    @TempDir
    Path cache;

    private LocalServer server;

    @BeforeEach
    void start() throws Exception {
        CountDownLatch secondWaits = new CountDownLatch(1);
        server = new LocalServer()
                .serve("/waiting", exchange -> {
                    exchange.sendResponseHeaders(204, -1);
                    secondWaits.countDown();
                })
                .serve(PATH, exchange -> {
                    secondWaits.await();
                    exchange.sendResponseHeaders(200, FakeRelease.ARCHIVE.length);
                    exchange.getResponseBody().write(FakeRelease.ARCHIVE);
                });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void twoThreads() throws Exception {
        assertFetchedOnce(() ->
                ConcurrentBuild.resolve(server.uri("/"), cache).executable().toString());
    }

    @Test
    void twoProcesses() throws Exception {
        Command build = Command.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ConcurrentBuild.class.getName(),
                server.uri("/").toString(),
                cache.toString());

        assertFetchedOnce(
                () -> ProcessRunner.system().run(build).orThrow().stdout().strip());
    }

    private void assertFetchedOnce(Callable<String> build) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Future<String> executable : threads.invokeAll(List.of(build, build))) {
                assertThat(Path.of(executable.get())).hasContent(FakeRelease.EXECUTABLE);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(server.requests()).containsExactlyInAnyOrder(PATH, "/waiting");
    }
}
