package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.generated.LibraryLoader;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * The cache on Windows, by a JVM for Windows in Wine, which makes access lists of the modes of this machine's files and modes of
 * lists. So it shows that lists are read, written and obeyed. It has no junctions, no entries that are inherited or for what is
 * yet to be created, and no administrators; those are left to {@code AccessListTest}, and to a real Windows.
 */
@Tag("demanding")
class WindowsAccessIT {
    private static final byte[] CONTENT = "bytes of a library".getBytes(StandardCharsets.UTF_8);

    private static final WindowsJava JAVA = WindowsJava.of(17);

    /** Below the drive of a Windows, whose folders are all this user's. */
    @TempDir(factory = OnTheDrive.class)
    private Path work;

    private Path classes;

    static final class OnTheDrive implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
            return Files.createTempDirectory(JAVA.drive(), "access");
        }
    }

    @BeforeEach
    void publish() throws Exception {
        classes = work.resolve("geo");
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(CONTENT));
        write("META-INF/cffi4j/geo.properties", ("windows-x86_64=" + digest).getBytes(StandardCharsets.UTF_8));
        write(Platform.WINDOWS_X86_64.resourcePath("geo"), CONTENT);
    }

    @Test
    void aNewFolderIsForItsUserAlone() throws Exception {
        Path cache = work.resolve("new/cache");

        assertThat(cached(cache)).startsWith(JAVA.path(cache));
        try (var made = Files.walk(work.resolve("new"))) {
            assertThat(made.filter(Files::isDirectory)).hasSize(3).allSatisfy(folder -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .startsWith("rwx")
                    .endsWith("---"));
        }
    }

    @Test
    void aFolderThatOthersMayReadIsUsed() throws Exception {
        Path cache = folder("read", "rwxr-xr-x");

        assertThat(cached(cache)).startsWith(JAVA.path(cache));
    }

    @Test
    void aFolderThatOthersMayWriteToIsPassedOver() throws Exception {
        Path cache = folder("open", "rwxrwxrwx");

        assertThat(cached(cache)).startsWith("C:\\users\\");
        assertThat(cache).isEmptyDirectory();
        assertThat(doctor(cache))
                .anyMatch(line ->
                        line.contains(JAVA.path(cache) + ": others can write to this folder (its access list has '"));
    }

    @Test
    void aFolderThatOthersMayReplaceIsPassedOverHoweverItIsReached() throws Exception {
        Path parent = folder("parent", "rwxrwxrwx");
        Path cache = Files.createDirectory(
                parent.resolve("cache"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path link = Files.createSymbolicLink(work.resolve("link"), cache);

        for (Path path : List.of(cache, link)) {
            assertThat(cached(path)).startsWith("C:\\users\\");
            assertThat(doctor(path))
                    .anyMatch(line -> line.contains(JAVA.path(path) + ": others can write to " + JAVA.path(parent)
                            + " and so replace what is in it"));
        }
        assertThat(cache).isEmptyDirectory();
    }

    /** The file that the program got, in the words of Windows. */
    private String cached(Path cache) throws IOException, InterruptedException {
        List<String> said = run(cache, CachesGeo.class.getName());
        assertThat(said).hasSize(1).allMatch(line -> line.startsWith("cached "));
        return said.get(0).substring("cached ".length());
    }

    private List<String> doctor(Path cache) throws IOException, InterruptedException {
        return run(cache, "io.github.cffi4j.internal.loader.Doctor", "doctor");
    }

    private List<String> run(Path cache, String mainClass, String... arguments)
            throws IOException, InterruptedException {
        return JAVA.run(
                        List.of("-Dcffi4j.cache.dir=" + JAVA.path(cache)),
                        List.of(
                                classes,
                                JavaProgram.jarOf(CachesGeo.class),
                                JavaProgram.jarOf(LibraryLoader.class),
                                JavaProgram.jarOf(Platform.class)),
                        mainClass,
                        arguments)
                .succeeded()
                .lines();
    }

    private Path folder(String name, String permissions) throws IOException {
        Path folder = Files.createDirectory(work.resolve(name));
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
    }

    private void write(String path, byte[] content) throws IOException {
        Path file = classes.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
