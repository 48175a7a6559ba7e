package io.github.cffi4j.compiler.zig;

import io.github.cffi4j.compiler.fetch.Progress;
import io.github.cffi4j.compiler.fetch.UserCache;
import io.github.cffi4j.compiler.process.SearchPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A build that resolves zig, as a program of its own or in a thread; it tells the server when it has to wait. */
final class ConcurrentBuild {
    private ConcurrentBuild() {}

    /** Arguments: the server's address and the cache folder. Prints where the program is. */
    public static void main(String[] arguments) throws Exception {
        System.out.print(
                resolve(URI.create(arguments[0]), Path.of(arguments[1])).executable());
    }

    static Zig resolve(URI server, Path cache) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        Progress progress = line -> {
            if (line.startsWith("waiting for another build")) {
                tell(client, server.resolve("/waiting"));
            }
        };
        ZigSettings settings = new ZigSettings(
                FakeRelease.release(),
                Optional.empty(),
                new SearchPath(List.of()),
                new UserCache(cache),
                server.resolve("/download"),
                Optional.empty(),
                false);
        return ZigResolver.of(settings, FakeMachine.bare(), progress).resolve();
    }

    private static void tell(HttpClient client, URI address) {
        try {
            client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
