package io.github.cffi4j.internal.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.NativeLibraryNotFoundException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that has a module's classes and not its native jars finds the library where the build left it (faults 1 and 2). */
class BesideCodeTest {
    private static final String CLASSIFIER = "linux-x86_64";
    private static final String RESOURCE = "META-INF/lib/linux_64/libgeo.so";
    private static final byte[] OTHER = "of another build".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private FakeSurroundings surroundings;
    private Path target;

    @BeforeEach
    void build() throws IOException {
        surroundings = new FakeSurroundings(folder);
        target = Files.createDirectory(folder.resolve("target"));
    }

    @Test
    void besideTheClassFolder() throws Exception {
        linked(PublishedLibrary.CONTENT);

        assertThat(load(classes())).hasBinaryContent(PublishedLibrary.CONTENT);
    }

    @Test
    void besideTheMainJarAsLinked() throws Exception {
        linked(PublishedLibrary.CONTENT);

        assertThat(load(mainJar())).hasBinaryContent(PublishedLibrary.CONTENT);
    }

    @Test
    void besideTheMainJarAsPacked() throws Exception {
        nativeJar(PublishedLibrary.CONTENT);

        assertThat(load(mainJar())).hasBinaryContent(PublishedLibrary.CONTENT);
    }

    @Test
    void aStaleFileDoesNotHideTheRightOne() throws Exception {
        linked(OTHER);
        nativeJar(PublishedLibrary.CONTENT);

        assertThat(load(mainJar())).hasBinaryContent(PublishedLibrary.CONTENT);
    }

    @Test
    void aStaleJarOnTheClassPathDoesNotHideTheRightOne() throws Exception {
        linked(PublishedLibrary.CONTENT);
        Path stale = jar(folder.resolve("stale.jar"), Map.of(RESOURCE, OTHER));

        assertThat(load(classes(), stale)).hasBinaryContent(PublishedLibrary.CONTENT);
    }

    @Test
    void whatIsNotPinnedIsRefusedAndNamed() throws Exception {
        Path linked = linked(OTHER);
        Path nativeJar = nativeJar(OTHER);
        Path mainJar = mainJar();

        assertThatThrownBy(() -> load(mainJar))
                .isInstanceOf(NativeLibraryNotFoundException.class)
                .hasMessageContaining("it is not the one it was built with")
                .hasMessageContaining(Sha256.of(OTHER) + " in " + linked)
                .hasMessageContaining(Sha256.of(OTHER) + " in " + nativeJar);
    }

    @Test
    void whatIsNoJarIsPassedOver() throws Exception {
        Files.write(target.resolve("geo-1.0-" + CLASSIFIER + ".jar"), OTHER);
        Path mainJar = mainJar();

        assertThatThrownBy(() -> load(mainJar))
                .isInstanceOf(NativeLibraryNotFoundException.class)
                .hasMessageContaining("has no native library for " + CLASSIFIER + " on the class path");
    }

    private Path load(Path... classPath) throws Exception {
        URL[] urls = new URL[classPath.length];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = classPath[i].toUri().toURL();
        }
        try (URLClassLoader loader = new URLClassLoader(urls, null)) {
            return new LibraryLoader(surroundings).provide(loader.loadClass(Geo.class.getName()), "geo", file -> {});
        }
    }

    private Path classes() throws IOException {
        Path classes = target.resolve("classes");
        for (Map.Entry<String, byte[]> file : mainContent().entrySet()) {
            write(classes.resolve(file.getKey()), file.getValue());
        }
        return classes;
    }

    private Path mainJar() throws IOException {
        return jar(target.resolve("geo-1.0.jar"), mainContent());
    }

    private Path linked(byte[] content) throws IOException {
        return write(target.resolve("ffi/lib").resolve(CLASSIFIER).resolve("libgeo.so"), content);
    }

    private Path nativeJar(byte[] content) throws IOException {
        return jar(target.resolve("geo-1.0-" + CLASSIFIER + ".jar"), Map.of(RESOURCE, content));
    }

    private static Map<String, byte[]> mainContent() throws IOException {
        String classFile = Geo.class.getName().replace('.', '/') + ".class";
        Map<String, byte[]> content = new TreeMap<>();
        try (var stream = Geo.class.getClassLoader().getResourceAsStream(classFile)) {
            content.put(classFile, stream.readAllBytes());
        }
        String list = "artifact=org.example\\:geo\\:1.0\n" + CLASSIFIER + "=" + PublishedLibrary.DIGEST + "\n";
        content.put(LibraryManifest.path("geo"), list.getBytes(StandardCharsets.US_ASCII));
        return content;
    }

    private static Path jar(Path file, Map<String, byte[]> content) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : content.entrySet()) {
                jar.putNextEntry(new ZipEntry(entry.getKey()));
                jar.write(entry.getValue());
            }
        }
        return file;
    }

    private static Path write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }
}
