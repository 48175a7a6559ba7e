package io.github.cffi4j.it.loader;

import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A library "geo" as a consumer has it on the class path: the list in a folder, the library in another. Its bytes are those
 * of a library that every JDK has, so they really load.
 *
 * @param content what was pinned
 */
record PublishedGeo(Path main, Path platform, byte[] content) {
    private static final Platform PLATFORM = Host.current().platform();

    /** The library, and if need be so many bytes of padding, which a loader does not look at. */
    static PublishedGeo in(Path folder, int padding) throws IOException {
        byte[] content = loadable();
        PublishedGeo geo = new PublishedGeo(
                folder.resolve("main"), folder.resolve("platform"), Arrays.copyOf(content, content.length + padding));
        write(
                geo.main.resolve("META-INF/cffi4j/geo.properties"),
                ("artifact=org.example\\:geo\\:1.0\n" + PLATFORM + "=" + geo.digest() + "\n")
                        .getBytes(StandardCharsets.UTF_8));
        write(geo.platform.resolve(PLATFORM.resourcePath("geo")), geo.content);
        return geo;
    }

    /** Bytes of a library that loads. */
    static byte[] loadable() throws IOException {
        return systemLibrary("prefs");
    }

    /** Bytes of another library that loads. */
    static byte[] otherLibrary() throws IOException {
        return systemLibrary("rmi");
    }

    String digest() {
        return sha256(content);
    }

    String fileName() {
        return PLATFORM.libraryFileName("geo");
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private static byte[] systemLibrary(String name) throws IOException {
        String folder = System.getProperty("os.name").startsWith("Windows") ? "bin" : "lib";
        return Files.readAllBytes(Path.of(System.getProperty("java.home"), folder, System.mapLibraryName(name)));
    }
}
