package io.github.cffi4j.compiler.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.compiler.compile.LinkMode;
import io.github.cffi4j.compiler.compile.LinkedLibrary;
import io.github.cffi4j.compiler.fetch.Sha256;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackTest {
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 11, 22, 0, 0);

    private static final SortedMap<String, byte[]> MORE =
            new TreeMap<>(Map.of("META-INF/licenses/geo/LICENSE", "free".getBytes(StandardCharsets.UTF_8)));

    @TempDir
    private Path folder;

    private final TimeZone zone = TimeZone.getDefault();
    private LinkedLibrary linked;

    @BeforeEach
    void writeLibrary() throws IOException {
        Path file = Files.writeString(folder.resolve("libgeo.so"), "a library");
        linked = new LinkedLibrary(
                Platform.LINUX_X86_64, file, Sha256.of(file), Files.size(file), LinkMode.LEAN, Set.of(), true);
    }

    @AfterEach
    void restoreTimeZone() {
        TimeZone.setDefault(zone);
    }

    @Test
    void aJarHasTheLibraryWhereTheLoaderLooks() throws IOException {
        Path jar = folder.resolve("out/geo.jar");
        ClassifierJar.write(jar, "geo", linked, MORE, TIME);
        try (JarFile read = new JarFile(jar.toFile())) {
            assertThat(read.stream().map(ZipEntry::getName))
                    .containsExactly(
                            "META-INF/MANIFEST.MF",
                            "module-info.class",
                            "geo/lib/linux_x86_64/Provider.class",
                            "META-INF/native-image/io.github.cffi4j/geo-linux-x86_64/reachability-metadata.json",
                            "META-INF/licenses/geo/LICENSE",
                            "META-INF/lib/linux_64/libgeo.so");
            assertThat(read.getInputStream(read.getEntry("META-INF/lib/linux_64/libgeo.so")))
                    .hasContent("a library");
            assertThat(read.stream().map(ZipEntry::getTimeLocal)).containsOnly(TIME);
        }
        try (Stream<Path> left = Files.list(jar.getParent())) {
            assertThat(left).containsExactly(jar);
        }
    }

    @Test
    void jarsAreTheSameInAllTimeZones() throws IOException {
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        Path first = folder.resolve("first.jar");
        ClassifierJar.write(first, "geo", linked, MORE, TIME);
        TimeZone.setDefault(TimeZone.getTimeZone("America/Adak"));
        Files.setLastModifiedTime(linked.file(), FileTime.fromMillis(0));
        Path second = folder.resolve("second.jar");
        ClassifierJar.write(second, "geo", linked, MORE, TIME);
        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void aJarReplacesTheOneBefore() throws IOException {
        Path jar = Files.writeString(folder.resolve("geo.jar"), "an old one");
        ClassifierJar.write(jar, "geo", linked, MORE, TIME);
        try (JarFile read = new JarFile(jar.toFile())) {
            assertThat(read.getEntry("META-INF/lib/linux_64/libgeo.so")).isNotNull();
        }
    }

    @Test
    void theMainJarPinsEachLibrary() throws IOException {
        PinnedLibraries.write(
                folder,
                "geo",
                "org.example:geo:1.0-β",
                List.of("org.example.Geo", "org.example.Größe"),
                List.of(linked));
        Properties read = new Properties();
        // Without an encoding, as the loader reads it.
        try (InputStream stream = Files.newInputStream(folder.resolve("META-INF/cffi4j/geo.properties"))) {
            read.load(stream);
        }
        assertThat(read)
                .hasSize(4)
                .containsEntry("artifact", "org.example:geo:1.0-β")
                .containsEntry("contract", "1")
                .containsEntry("bindings", "org.example.Geo org.example.Größe")
                .containsEntry("linux-x86_64", linked.sha256().hex());
    }

    @Test
    void nativeImageIsToldOfTheResources() throws IOException {
        PinnedLibraries.write(folder, "geo", "org.example:geo:1.0", List.of(), List.of(linked));

        assertThat(folder.resolve("META-INF/native-image/io.github.cffi4j/geo/reachability-metadata.json"))
                .hasContent("""
                        {
                          "resources": [
                            {
                              "glob": "META-INF/cffi4j/geo.properties"
                            }
                          ]
                        }
                        """);
    }

    @Test
    void pinsThatDoNotChangeAreNotWritten() throws IOException {
        PinnedLibraries.write(folder, "geo", "org.example:geo:1.0", List.of(), List.of(linked));
        Path file = folder.resolve("META-INF/cffi4j/geo.properties");
        FileTime before = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(file, before);
        PinnedLibraries.write(folder, "geo", "org.example:geo:1.0", List.of(), List.of(linked));
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
        PinnedLibraries.write(folder, "geo", "org.example:geo:1.1", List.of(), List.of(linked));
        assertThat(file).content().contains("1.1");
    }
}
