package io.github.cffi4j.it.contract.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.it.contract.JavaCommand;
import io.github.cffi4j.it.contract.Program;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program that starts from an archive of classes: an AOT cache (Java 25), or a CDS archive. Training once must fix nothing of
 * the machine, of folders, or of the library in it.
 */
@Tag("archives")
@Tag("thorough")
class ClassArchiveIT {
    private static final boolean AOT = Runtime.version().feature() >= 25;
    private static final Platform PLATFORM = Host.current().platform();
    private static final String LIBRARY = "it-contract";
    private static final String FROM_ARCHIVE = "shared objects file";

    /** Calls that java.lang.foreign links later bring classes that Java makes while it runs, which no archive has. */
    private static final Pattern PART_OF_A_START = Pattern.compile(
            " io\\.github\\.cffi4j\\.(internal\\.loader|internal\\.memory|platform)\\.[\\w$]+ source: ");

    @TempDir
    private Path folder;

    private Path mainJar;
    private Path platformJar;
    private Path archive;
    private List<Path> jars;

    @BeforeEach
    void train() throws Exception {
        folder = folder.toRealPath();
        mainJar = pack("main.jar", place(Program.class));
        platformJar = pack("platform.jar", library());
        jars = new ArrayList<>(List.of(mainJar, platformJar));
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> entry.toString().endsWith(".jar")
                        && (entry.toString().contains("ffi-runtime")
                                || entry.toString().contains("platform-classifiers")))
                .forEach(jars::add);
        for (Path entry : classFolders("platform-classifiers")) {
            jars.add(pack("platforms.jar", entry));
        }
        archive = folder.resolve("program.archive");
        assertRight(
                run(folder, "cache", AOT ? "-XX:AOTCacheOutput=" + archive : "-XX:ArchiveClassesAtExit=" + archive));
        assertThat(archive).isNotEmptyFile();
    }

    @Test
    void classesComeFromIt() throws Exception {
        List<String> loaded = fromArchive(folder, "cache", "-Xlog:class+load")
                .lines()
                .filter(line -> PART_OF_A_START.matcher(line).find())
                .toList();

        assertThat(loaded).hasSizeGreaterThan(20).allMatch(line -> line.contains(FROM_ARCHIVE));
    }

    @Test
    void inAnotherFolderWithAnotherCache() throws Exception {
        String said = fromArchive(Files.createDirectory(folder.resolve("elsewhere")), "another cache");

        assertRight(said);
        assertThat(cached("another cache")).exists();
    }

    @Test
    void onTheOtherWayIntoC() throws Exception {
        assertRight(fromArchive(folder, "cache", "-Dcffi4j.backend=jni"));
        if (Runtime.version().feature() >= 22) {
            assertRight(fromArchive(folder, "cache", "-Dcffi4j.backend=ffm"));
        }
    }

    @Test
    void withACachedLibraryThatSomethingDamaged() throws Exception {
        byte[] whole = Files.readAllBytes(cached("cache"));
        byte[] damaged = whole.clone();
        damaged[damaged.length / 2] ^= 1;
        Files.write(cached("cache"), damaged);

        assertRight(fromArchive(folder, "cache"));
        assertThat(cached("cache")).hasBinaryContent(whole);
    }

    @Test
    void withAnotherLibraryInTheJarOfThePlatform() throws Exception {
        Path resource = library().resolve(PLATFORM.resourcePath(LIBRARY));
        byte[] other = Files.readAllBytes(resource);
        other[other.length / 2] ^= 1;
        FileTime before = Files.getLastModifiedTime(platformJar);
        write(platformJar, PLATFORM.resourcePath(LIBRARY), other);
        Files.setLastModifiedTime(platformJar, before);

        assertThat(fromArchive(folder, "empty cache")).contains("refuses the native library for " + PLATFORM);
        assertThat(cached("empty cache")).doesNotExist();
    }

    private static void assertRight(String said) {
        assertThat(said.lines()).contains("length 4", "folded 123", "critical 42", "buffer 12", "arrays 21.0");
    }

    private String fromArchive(Path from, String cache, String... options) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(options));
        all.add(AOT ? "-XX:AOTCache=" + archive : "-XX:SharedArchiveFile=" + archive);
        return run(from, cache, all.toArray(String[]::new));
    }

    private String run(Path from, String cache, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(JavaCommand.JAVA));
        String backend = System.getProperty("cffi4j.backend");
        if (backend != null) {
            command.add("-Dcffi4j.backend=" + backend);
        }
        command.addAll(List.of(options));
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.add("-Dcffi4j.cache.dir=" + folder.resolve(cache));
        command.add("-cp");
        command.add(jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(Program.class.getName());
        Process process = new ProcessBuilder(command)
                .directory(from.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private Path cached(String cache) throws IOException {
        Path entries = folder.resolve(cache);
        if (!Files.isDirectory(entries)) {
            return entries;
        }
        try (Stream<Path> found = Files.list(entries)) {
            return found.findFirst().orElse(entries.resolve("nothing")).resolve(PLATFORM.libraryFileName(LIBRARY));
        }
    }

    private static Path place(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    private static List<Path> classFolders(String module) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains(module) && !entry.endsWith(".jar"))
                .map(Path::of)
                .toList();
    }

    /** The folder of the class path that has the library. */
    private static Path library() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> Files.isRegularFile(entry.resolve(PLATFORM.resourcePath(LIBRARY))))
                .findFirst()
                .orElseThrow();
    }

    /** What is in a folder as a jar: archives know of no folders. */
    private Path pack(String name, Path content) throws IOException {
        Path jar = folder.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(content)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(content.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    private static void write(Path jar, String entry, byte[] content) {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry(entry));
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
