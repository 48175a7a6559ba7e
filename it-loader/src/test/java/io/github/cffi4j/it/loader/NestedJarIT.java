package io.github.cffi4j.it.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.loader.launch.JarLauncher;

/** Jars in a jar: an executable one of Spring Boot, and an OSGi bundle in Felix. */
class NestedJarIT {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    Path folder;

    private PackedGeo geo;
    private Path jar;

    @BeforeEach
    void pack() throws IOException {
        folder = folder.toRealPath();
        geo = new PackedGeo(folder.resolve("geo"));
        jar = folder.resolve("nested.jar");
    }

    @Test
    void springBoot() throws Exception {
        Manifest manifest = manifest();
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, JarLauncher.class.getName());
        manifest.getMainAttributes().putValue("Start-Class", PackedGeo.MAIN);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                JarFile loader = new JarFile(PackedGeo.jarOf(JarLauncher.class).toFile())) {
            for (JarEntry entry : loader.stream().toList()) {
                if (entry.getName().startsWith("org/")) {
                    out.putNextEntry(new JarEntry(entry.getName()));
                    loader.getInputStream(entry).transferTo(out);
                }
            }
            nest(out, "BOOT-INF/lib/");
        }

        assertLoads(JAVA, "-jar", jar.toString());
    }

    @Test
    void osgi() throws Exception {
        Manifest manifest = manifest();
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "geo");
        manifest.getMainAttributes().putValue("Import-Package", "sun.misc;resolution:=optional");
        manifest.getMainAttributes()
                .putValue(
                        "Bundle-ClassPath",
                        geo.jars().stream()
                                .map(path -> "lib/" + path.getFileName())
                                .collect(Collectors.joining(",")));
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            nest(out, "lib/");
        }

        assertLoads(
                JAVA,
                "-cp",
                PackedGeo.jarOf(FrameworkFactory.class)
                        + java.io.File.pathSeparator
                        + PackedGeo.jarOf(BundleStart.class),
                BundleStart.class.getName(),
                folder.resolve("felix").toString(),
                jar.toUri().toString(),
                PackedGeo.MAIN);
    }

    /** Spring Boot reads jars where they are, so they must not be compressed again. */
    private void nest(JarOutputStream out, String prefix) throws IOException {
        for (Path path : geo.jars()) {
            byte[] content = Files.readAllBytes(path);
            CRC32 checksum = new CRC32();
            checksum.update(content);
            JarEntry entry = new JarEntry(prefix + path.getFileName());
            entry.setMethod(JarEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(checksum.getValue());
            out.putNextEntry(entry);
            out.write(content);
        }
    }

    private void assertLoads(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(command)).redirectErrorStream(true);
        builder.environment().put("CFFI4J_CACHE_DIR", folder.resolve("cache").toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("loaded " + folder.resolve("cache"));
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        return manifest;
    }
}
