package io.github.cffi4j.compiler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DownloaderTest {
    private static final byte[] CONTENT = "the content of a file".repeat(1000).getBytes(StandardCharsets.UTF_8);
    private static final Sha256 HASH = Sha256.of(CONTENT);

    @TempDir
    Path folder;

    private final Downloader downloader = new Downloader(false);
    private LocalServer server;
    private Path target;

    @BeforeEach
    void start() throws IOException {
        server = new LocalServer();
        target = folder.resolve("file.tgz");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void goodTransferReplacesTheTarget() throws Exception {
        server.serve("/file", CONTENT);
        Files.writeString(target, "old");

        download(downloader, server.uri("/file"));

        assertThat(target).hasBinaryContent(CONTENT);
        assertNothingElse("file.tgz");
    }

    @Test
    void redirectsAreFollowed() throws Exception {
        server.serve("/file", CONTENT).serve("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/file");
            exchange.sendResponseHeaders(302, -1);
        });

        download(downloader, server.uri("/moved"));

        assertThat(target).hasBinaryContent(CONTENT);
    }

    @Test
    void wrongHashNamesBothAndLeavesNothing() throws Exception {
        server.serve("/file", "altered".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> download(downloader, server.uri("/file")))
                .isInstanceOf(WrongHashException.class)
                .hasMessageContainingAll(
                        server.uri("/file").toString(),
                        "expected: " + HASH,
                        "found:    " + Sha256.of("altered".getBytes(StandardCharsets.UTF_8)),
                        "Nothing of it was used",
                        "fetch it from another place");
        assertNothingElse();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void brokenTransferIsTriedThreeTimes() throws Exception {
        server.serveHalf("/file", CONTENT);

        assertThatThrownBy(() -> download(downloader, server.uri("/file")))
                .isInstanceOf(FetchException.class)
                .hasMessageContainingAll(server.uri("/file").toString(), "broke off 3 times");
        assertThat(server.requests()).hasSize(3);
        assertNothingElse();
    }

    @Test
    void brokenTransferThatWorksInTheEnd() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        server.serve("/file", exchange -> {
            exchange.sendResponseHeaders(200, CONTENT.length);
            int length = asked.incrementAndGet() < 3 ? CONTENT.length - 1 : CONTENT.length;
            exchange.getResponseBody().write(CONTENT, 0, length);
        });

        download(downloader, server.uri("/file"));

        assertThat(target).hasBinaryContent(CONTENT);
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void statusOtherThanOkIsNotTriedAgain() throws Exception {
        server.serve("/file", exchange -> exchange.sendResponseHeaders(404, -1));

        assertThatThrownBy(() -> download(downloader, server.uri("/file")))
                .isInstanceOf(FetchException.class)
                .hasMessageContaining("status 404");
        assertThat(server.requests()).hasSize(1);
        assertNothingElse();
    }

    @Test
    void logInPageIsNotTakenForTheFile() throws Exception {
        server.serve("/file", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, 5);
            exchange.getResponseBody().write("hello".getBytes(StandardCharsets.UTF_8));
        });

        assertThatThrownBy(() -> download(downloader, server.uri("/file")))
                .isNotInstanceOf(WrongHashException.class)
                .hasMessageContaining("a web page came in place of the file");
    }

    @Test
    void unreachablePortFailsAtOnce() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        URI source = URI.create("http://localhost:" + port + "/file");

        assertThatThrownBy(() -> download(downloader, source))
                .isInstanceOf(FetchException.class)
                .hasMessageContaining("localhost:" + port + " cannot be reached");
        assertNothingElse();
    }

    @Test
    void unknownHost() throws Exception {
        assertThatThrownBy(() -> download(downloader, URI.create("http://no-such-host.invalid/file")))
                .isInstanceOf(FetchException.class)
                .hasMessageContaining("no-such-host.invalid");
        assertNothingElse();
    }

    @Test
    void stalledTransferEndsAndWasReported() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        server.serve("/file", exchange -> {
            exchange.sendResponseHeaders(200, CONTENT.length);
            exchange.getResponseBody().write(CONTENT, 0, 100);
            exchange.getResponseBody().flush();
            end.await();
        });
        Downloader impatient = new Downloader(
                false,
                new HttpTransfer(
                        new HttpTransfer.Limits(Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofMillis(10))));
        List<String> reports = new ArrayList<>();

        assertThatThrownBy(() -> impatient.download(
                        server.uri("/file"), HASH, target, (bytes, total) -> reports.add(bytes + " of " + total)))
                .isInstanceOf(FetchException.class)
                .hasMessageContaining("nothing arrived for 2.0 s");
        end.countDown();

        assertThat(reports).containsExactly("100 of " + CONTENT.length);
        assertNothingElse();
    }

    @Test
    void interruptEndsTheTransfer() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        server.serve("/file", exchange -> {
            asked.countDown();
            end.await();
        });
        CompletableFuture<Void> outcome = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try {
                download(downloader, server.uri("/file"));
                outcome.complete(null);
            } catch (Exception e) {
                outcome.completeExceptionally(e);
            }
        });
        caller.start();
        asked.await();

        caller.interrupt();

        assertThatThrownBy(outcome::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(InterruptedException.class);
        end.countDown();
        assertNothingElse();
    }

    @Test
    void offlineAsksNobodyButReadsFiles() throws Exception {
        Downloader offline = new Downloader(true);
        server.serve("/file", CONTENT);
        Path original = Files.write(folder.resolve("original"), CONTENT);

        assertThatThrownBy(() -> download(offline, server.uri("/file")))
                .isInstanceOf(FetchException.class)
                .hasMessageContaining("the build is offline");
        assertThat(server.requests()).isEmpty();

        download(offline, original.toUri());
        assertThat(target).hasBinaryContent(CONTENT);
    }

    @Test
    void otherSchemesAndMissingFiles() {
        assertThatThrownBy(() -> download(downloader, URI.create("ftp://host/file")))
                .hasMessageContaining("use https:, http: or file:");
        assertThatThrownBy(() -> download(downloader, folder.resolve("gone").toUri()))
                .hasMessageContaining("no such file: " + folder.resolve("gone"));
    }

    private void download(Downloader with, URI source) throws IOException, InterruptedException {
        with.download(source, HASH, target, TransferListener.none());
    }

    private void assertNothingElse(String... names) throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(names);
        }
    }
}
