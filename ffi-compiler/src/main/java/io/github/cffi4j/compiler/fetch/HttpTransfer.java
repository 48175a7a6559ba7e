package io.github.cffi4j.compiler.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLHandshakeException;

/** One file over HTTP, through the proxies of the JVM's default {@link java.net.ProxySelector}. Thread-safe. */
final class HttpTransfer {
    private static final int TRIES = 3;

    /**
     * @param connect how long a connection may take: short, as the next source waits behind a closed network
     * @param stall how long nothing may arrive
     * @param tick how often the listener is told
     */
    record Limits(Duration connect, Duration stall, Duration tick) {
        static final Limits DEFAULT = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(1));
    }

    private final Limits limits;

    HttpTransfer(Limits limits) {
        this.limits = limits;
    }

    /** Asks a server for its headers alone, whatever it answers. */
    void reach(URI source) throws IOException, InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(source)
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .timeout(limits.stall())
                .build();
        try {
            client().send(question, HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw failure(source, e);
        }
    }

    /** Fetches into a file, again from the start if the connection breaks, at most three times in all. */
    void fetch(URI source, Path target, TransferListener listener) throws IOException, InterruptedException {
        HttpClient client = client();
        for (int attempt = 1; ; attempt++) {
            try {
                tryOnce(client, source, target, listener);
                return;
            } catch (BrokenTransferException e) {
                if (attempt == TRIES) {
                    throw new FetchException(
                            source + ": the transfer broke off " + TRIES + " times: " + e.getMessage(), e);
                }
            }
        }
    }

    /** Made only when needed: it starts a thread, and most builds download nothing. */
    private HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(limits.connect())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    private void tryOnce(HttpClient client, URI source, Path target, TransferListener listener)
            throws IOException, InterruptedException {
        AtomicLong total = new AtomicLong(-1);
        try (OutputStream file =
                Files.newOutputStream(target, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            CompletableFuture<HttpResponse<Void>> response =
                    client.sendAsync(HttpRequest.newBuilder(source).build(), answer -> {
                        total.set(answer.headers()
                                .firstValueAsLong("Content-Length")
                                .orElse(-1));
                        // Java's own subscriber for files leaves bytes out where the system writes only some of them.
                        return HttpResponse.BodySubscribers.ofByteArrayConsumer(part -> write(part, file));
                    });
            try {
                check(source, await(response, target, total, listener));
            } catch (ExecutionException e) {
                throw failure(source, e.getCause());
            } catch (TimeoutException e) {
                throw new FetchException(source + ": nothing arrived for "
                        + limits.stall().toMillis() / 1000.0 + " s; check the network and its proxy settings");
            } finally {
                response.cancel(true);
            }
        }
    }

    private static void write(Optional<byte[]> part, OutputStream file) {
        try {
            file.write(part.orElseGet(() -> new byte[0]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole answer. The growing file tells how far it is, and whether anything still comes. */
    private HttpResponse<Void> await(
            CompletableFuture<HttpResponse<Void>> response, Path target, AtomicLong total, TransferListener listener)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        long received = 0;
        long lastArrival = System.nanoTime();
        while (true) {
            try {
                return response.get(limits.tick().toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException stillRunning) {
                long size = Files.size(target);
                if (size != received) {
                    received = size;
                    lastArrival = System.nanoTime();
                    listener.transferred(received, total.get());
                } else if (System.nanoTime() - lastArrival > limits.stall().toNanos()) {
                    throw stillRunning;
                }
            }
        }
    }

    private static void check(URI source, HttpResponse<Void> response) throws FetchException {
        if (response.statusCode() != 200) {
            throw new FetchException(source + ": the server answered with status " + response.statusCode());
        }
        // Networks with a log-in page or a block page answer everything, with status 200.
        if (response.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            throw new FetchException(source + ": a web page came in place of the file; is there a log-in or a proxy"
                    + " between this machine and the network?");
        }
    }

    private static IOException failure(URI source, Throwable cause) {
        if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
            String reason = cause.getCause() instanceof UnresolvedAddressException
                    ? "its name does not resolve"
                    : "it refuses the connection or does not answer";
            return new FetchException(source.getAuthority() + " cannot be reached: " + reason, cause);
        }
        if (cause instanceof SSLHandshakeException) {
            return new FetchException(
                    source.getHost() + " cannot be reached securely (" + cause.getMessage()
                            + "); behind a proxy with certificates of its own, make them known to the JVM",
                    cause);
        }
        Throwable reason = cause instanceof UncheckedIOException ? cause.getCause() : cause;
        return reason instanceof IOException broken
                ? new BrokenTransferException(broken)
                : new FetchException(source + ": " + cause, cause);
    }

    private static final class BrokenTransferException extends IOException {
        private static final long serialVersionUID = 1L;

        BrokenTransferException(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
