package io.github.cffi4j.internal.loader;

import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The unpacked jars of a library "geo", as a consumer has them on the class path. */
public final class PublishedLibrary {
    public static final byte[] CONTENT = "the code of geo".repeat(1000).getBytes(StandardCharsets.UTF_8);
    static final Sha256 DIGEST = Sha256.of(CONTENT);
    static final Platform PLATFORM = Platform.LINUX_X86_64;

    private final Path mainJar;
    private final Path platformJar;

    private PublishedLibrary(Path folder) {
        this.mainJar = folder.resolve("main");
        this.platformJar = folder.resolve("platform");
    }

    /** One that is there already. */
    static PublishedLibrary at(Path folder) {
        return new PublishedLibrary(folder);
    }

    /** A complete one, for two platforms, of which one jar is there. */
    public static PublishedLibrary in(Path folder) throws IOException {
        PublishedLibrary library = new PublishedLibrary(folder);
        String classFile = Geo.class.getName().replace('.', '/') + ".class";
        try (InputStream stream = Geo.class.getClassLoader().getResourceAsStream(classFile)) {
            write(library.mainJar.resolve(classFile), stream.readAllBytes());
        }
        library.pin(String.format(Locale.ROOT, """
                artifact=org.example:geo:1.0
                binding=org.example.geo.Geo
                windows-x86_64=%s
                linux-x86_64=%s
                """, "0".repeat(64), DIGEST));
        library.put(CONTENT);
        return library;
    }

    /** The loader of a machine whose folders are below one. */
    public static LibraryLoader loader(Path folder) throws IOException {
        return new LibraryLoader(new FakeSurroundings(folder));
    }

    void pin(String manifest) throws IOException {
        write(mainJar.resolve("META-INF/cffi4j/geo.properties"), manifest.getBytes(StandardCharsets.UTF_8));
    }

    void unpin() throws IOException {
        Files.delete(mainJar.resolve("META-INF/cffi4j/geo.properties"));
    }

    void put(byte[] content) throws IOException {
        write(resource(), content);
    }

    public void withoutPlatformJar() throws IOException {
        Files.delete(resource());
    }

    Path resource() {
        return platformJar.resolve("META-INF/lib/linux_64/libgeo.so");
    }

    /** A class loader with the jars, and with folders in front of them. */
    public URLClassLoader open(Path... before) throws MalformedURLException {
        URL[] urls = new URL[before.length + 2];
        for (int i = 0; i < before.length; i++) {
            urls[i] = before[i].toUri().toURL();
        }
        urls[before.length] = mainJar.toUri().toURL();
        urls[before.length + 1] = platformJar.toUri().toURL();
        return new URLClassLoader(urls, null);
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
