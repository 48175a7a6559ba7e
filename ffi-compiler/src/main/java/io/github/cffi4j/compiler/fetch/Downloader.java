package io.github.cffi4j.compiler.fetch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * Fetches single files by {@code https:}, {@code http:} or {@code file:}. Thread-safe.
 *
 * <p>A file appears under its name only after its SHA-256 was checked.
 */
public final class Downloader {
    private final HttpTransfer http;
    private final boolean offline;

    /** @param offline forbids all use of the network; {@code file:} still works */
    public Downloader(boolean offline) {
        this(offline, new HttpTransfer(HttpTransfer.Limits.DEFAULT));
    }

    Downloader(boolean offline, HttpTransfer http) {
        this.offline = offline;
        this.http = http;
    }

    /**
     * Fetches one file.
     *
     * @param target where the file is to appear; its folder must exist
     * @throws WrongHashException if the content is not the pinned one
     * @throws FetchException if it cannot be had; the message says why
     */
    public void download(URI source, Sha256 expected, Path target, TransferListener listener)
            throws IOException, InterruptedException {
        Path part = Files.createTempFile(target.toAbsolutePath().getParent(), "." + target.getFileName(), ".part");
        try {
            transfer(source, part, listener);
            expected.verify(part, source.toString());
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Sees whether a server answers at all; fetches nothing.
     *
     * @throws FetchException if it does not; the message says why
     */
    public void reach(URI source) throws IOException, InterruptedException {
        if (offline) {
            throw new FetchException("not asked, the build is offline");
        } else if (!String.valueOf(source.getScheme()).equalsIgnoreCase("file")) {
            http.reach(source);
        } else if (!Files.exists(file(source))) {
            throw new FetchException("no such file: " + file(source));
        }
    }

    private void transfer(URI source, Path part, TransferListener listener) throws IOException, InterruptedException {
        String scheme = String.valueOf(source.getScheme()).toLowerCase(Locale.ROOT);
        switch (scheme) {
            case "file" -> copy(source, part);
            case "http", "https" -> {
                if (offline) {
                    throw new FetchException(source + " was not fetched: the build is offline; run it once without -o");
                }
                http.fetch(source, part, listener);
            }
            default -> throw new FetchException(source + " cannot be fetched: use https:, http: or file:");
        }
    }

    private static void copy(URI source, Path part) throws IOException {
        Path file = file(source);
        if (!Files.isRegularFile(file)) {
            throw new FetchException("no such file: " + file);
        }
        Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path file(URI source) throws FetchException {
        try {
            return Path.of(source);
        } catch (IllegalArgumentException e) {
            throw new FetchException(source + " is not a file of this machine: " + e.getMessage(), e);
        }
    }
}
