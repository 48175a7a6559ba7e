package io.github.cffi4j.internal.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.NativeLibraryNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryLoaderTest {
    @TempDir
    Path folder;

    private final List<String> loaded = new ArrayList<>();
    private FakeSurroundings surroundings;
    private PublishedLibrary library;
    private URLClassLoader classPath;
    private Path homeCache;
    private Path temporaryCache;

    @BeforeEach
    void publish() throws IOException {
        folder = folder.toRealPath();
        surroundings = new FakeSurroundings(folder);
        library = PublishedLibrary.in(folder.resolve("jars"));
        classPath = library.open();
        homeCache = folder.resolve("home/.cache/cffi4j");
        temporaryCache = folder.resolve("tmp/cffi4j-ada");
    }

    @AfterEach
    void close() throws IOException {
        classPath.close();
    }

    @Test
    void aColdStartFillsTheCache() throws Exception {
        Path file = load();

        assertThat(file).isEqualTo(cached(homeCache)).hasBinaryContent(PublishedLibrary.CONTENT);
        assertThat(loaded).containsExactly(file.toString());
        assertThat(filesBelow(homeCache)).containsExactly(file);
        assertThat(temporaryCache).doesNotExist();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there the user's profile keeps others out")
    void theCacheIsForItsOwnerOnly() throws Exception {
        Path file = load();

        assertThat(permissions(homeCache)).isEqualTo("rwx------");
        assertThat(permissions(file.getParent())).isEqualTo("rwx------");
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void aWarmStartWritesNothing() throws Exception {
        Path file = load();
        FileTime yesterday = date(file.getParent(), 1);
        Seal.put(file, FileFacts.of(file), Long.MAX_VALUE);
        date(file.getParent(), 1);

        assertThat(load()).isEqualTo(file);

        assertThat(Files.getLastModifiedTime(file.getParent())).isEqualTo(yesterday);
        assertThat(filesBelow(homeCache)).containsExactlyInAnyOrder(file, Seal.of(file));
        assertThat(loaded).containsExactly(file.toString(), file.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 3000, -8})
    void aUseIsNotedByTheWeekWhateverTheClockDoes(int daysAgo) throws Exception {
        Path entry = load().getParent();
        FileTime before = date(entry, daysAgo);

        load();

        assertThat(Files.getLastModifiedTime(entry)).isNotEqualTo(before);
    }

    @Test
    void aTruncatedFileIsRepaired() throws Exception {
        Path file = load();
        Files.write(file, new byte[] {1, 2, 3});

        assertThat(load()).isEqualTo(file).hasBinaryContent(PublishedLibrary.CONTENT);
    }

    @Test
    void aFlippedBitIsRepaired() throws Exception {
        Path file = load();
        byte[] content = PublishedLibrary.CONTENT.clone();
        content[content.length / 2] ^= 4;
        Files.write(file, content);

        assertThat(load()).isEqualTo(file).hasBinaryContent(PublishedLibrary.CONTENT);
        assertThat(filesBelow(homeCache)).containsExactly(file);
    }

    /** Members of the group could have written it, also before (fault 32). */
    @ParameterizedTest
    @ValueSource(strings = {"rw-rw----", "rw-r--rw-"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there the user's profile keeps others out")
    void aSealedFileThatOthersCanWriteToIsWrittenAnew(String permissions) throws Exception {
        Path file = load();
        Files.writeString(file, "other bytes");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        Seal.put(file, FileFacts.of(file), Long.MAX_VALUE);

        assertThat(load()).isEqualTo(file).hasBinaryContent(PublishedLibrary.CONTENT);
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    /** A forged one says what its forger wants (fault 32). */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there the user's profile keeps others out")
    void aSealThatOthersCanWriteToDoesNotCount() throws Exception {
        Path file = load();
        Files.writeString(file, "other bytes");
        Seal.put(file, FileFacts.of(file), Long.MAX_VALUE);
        Files.setPosixFilePermissions(Seal.of(file), PosixFilePermissions.fromString("rw-rw----"));

        assertThat(load()).isEqualTo(file).hasBinaryContent(PublishedLibrary.CONTENT);
    }

    /** Whoever runs as nobody has no cache, but has the library, from a folder of its own (fault 32). */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no such number")
    void nobodyLoadsFromANewFolder() throws Exception {
        surroundings.user = new CurrentUser(65534, "nobody");
        Files.createDirectories(temporaryCache.getParent());

        Path file = load();

        assertThat(file).hasBinaryContent(PublishedLibrary.CONTENT);
        assertThat(file.getParent().getParent()).isEqualTo(temporaryCache.getParent());
        assertThat(permissions(file.getParent())).isEqualTo("rwx------");
        assertThat(load()).as("nothing is found again").isNotEqualTo(file);
        assertThat(folder.resolve("home")).doesNotExist();
    }

    /** Anybody can take a name in a folder that all share (fault 29). */
    @ParameterizedTest
    @ValueSource(strings = {"file", "folder", "link"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there the user's profile keeps others out")
    void aBlockedNameInTheTemporaryFolderIsNoObstacle(String kind) throws Exception {
        Files.writeString(folder.resolve("home"), "no folder");
        Files.createDirectories(temporaryCache.getParent());
        switch (kind) {
            case "file" -> Files.writeString(temporaryCache, "mine");
            case "folder" -> {
                Files.createDirectory(temporaryCache);
                Files.setPosixFilePermissions(temporaryCache, PosixFilePermissions.fromString("rwxrwxrwx"));
            }
            default -> Files.createSymbolicLink(temporaryCache, folder.resolve("nowhere/at/all"));
        }

        Path file = load();

        assertThat(file).hasBinaryContent(PublishedLibrary.CONTENT);
        assertThat(file.getParent().getParent()).isEqualTo(temporaryCache.getParent());
        assertThat(file.getParent()).isNotEqualTo(temporaryCache);
    }

    /** A channel of an interrupted thread closes at once (fault 29). */
    @Test
    void anInterruptedThreadLoadsAndStaysInterrupted() throws Exception {
        Class<?> owner = geo();
        Thread.currentThread().interrupt();
        try {
            Path file = new LibraryLoader(surroundings).provide(owner, "geo", loaded::add);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            assertThat(file).isEqualTo(cached(homeCache));
        } finally {
            Thread.interrupted();
        }
        assertThat(cached(homeCache)).hasBinaryContent(PublishedLibrary.CONTENT);
    }

    /** Java itself takes the first "!/" of a jar's URL for the end of the jar's name (fault 29). */
    @ParameterizedTest
    @ValueSource(strings = {"wow!", "a!/b", "50% off", "%41", "a b", "#1", "ä+ö", "a;b", "[x]{y}", "q?"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no such names")
    void aFolderMayHaveAnyName(String name) throws Exception {
        Path jars = Files.createDirectories(folder.resolve(name));
        Path main = jar(folder.resolve("jars/main"), jars.resolve("geo!-1.0.jar"));
        Path platform = jar(folder.resolve("jars/platform"), jars.resolve("geo!-1.0-linux-x86_64.jar"));
        URL[] urls = {main.toUri().toURL(), platform.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, null)) {
            Path file =
                    new LibraryLoader(surroundings).provide(loader.loadClass(Geo.class.getName()), "geo", loaded::add);

            assertThat(file).hasBinaryContent(PublishedLibrary.CONTENT);
        }
    }

    /** A setting that is no path is an error of the loader's kind, and names the setting (fault 29). */
    @ParameterizedTest
    @ValueSource(strings = {"cffi4j.geo.path", "cffi4j.library.dir"})
    void aChosenLibraryThatIsNoPathIsTold(String property) {
        surroundings.properties.put(property, "/tmp/jos\0");

        assertThatThrownBy(this::load)
                .isInstanceOf(NativeLibraryNotFoundException.class)
                .hasMessageContaining("because:      -D" + property + " cannot be the name of a file on this machine");
    }

    @Test
    void theLibraryPathMayHaveEntriesThatAreNoPaths() throws Exception {
        Path own =
                Files.writeString(Files.createDirectories(folder.resolve("own")).resolve("libgeo.so"), "own");
        surroundings.properties.put("cffi4j.geo.path", "system");
        surroundings.properties.put("java.library.path", "/tmp/jos\0:" + own.getParent());

        assertThat(load()).isEqualTo(own);
    }

    /** Everything that can be wrong with a folder at once: what is left is told, each with its reason (fault 29). */
    @Test
    void settingsThatAreNoFoldersAreAllTold() {
        surroundings.properties.put("user.home", "/tmp/jos\0");
        surroundings.properties.put("java.io.tmpdir", "relative");

        assertThatThrownBy(this::load)
                .isInstanceOf(NativeLibraryNotFoundException.class)
                .hasMessageContaining("-Duser.home cannot be the name of a file on this machine")
                .hasMessageContaining("relative: -Djava.io.tmpdir is no absolute path");
    }

    private static Path jar(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Path file : filesBelow(classes)) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "symbolic links need a privilege there")
    void aSymbolicLinkIsReplacedEvenIfItLeadsToTheRightBytes() throws Exception {
        Path file = load();
        Path elsewhere = Files.move(file, folder.resolve("elsewhere"));
        Files.createSymbolicLink(file, elsewhere);

        assertThat(load()).isEqualTo(file).hasBinaryContent(PublishedLibrary.CONTENT);
        assertThat(file).isRegularFile();
        assertThat(Files.isSymbolicLink(file)).isFalse();
    }

    @Test
    void manyThreadsStartAtOnce() throws Exception {
        int threads = 8;
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        Callable<Path> task = () -> {
            start.await();
            return new LibraryLoader(surroundings).provide(geo(), "geo", file -> assertThat(Path.of(file))
                    .hasBinaryContent(PublishedLibrary.CONTENT));
        };
        List<Future<Path>> starts = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            starts.add(executor.submit(task));
        }
        for (Future<Path> one : starts) {
            assertThat(one.get()).isEqualTo(cached(homeCache));
        }
        executor.shutdown();

        assertThat(filesBelow(homeCache)).containsExactly(cached(homeCache));
    }

    @Test
    void anUnusableFolderFallsToTheNext() throws Exception {
        Files.writeString(folder.resolve("home"), "no folder");

        assertThat(load()).isEqualTo(cached(temporaryCache)).hasBinaryContent(PublishedLibrary.CONTENT);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there the user's profile keeps others out")
    void aFolderOthersCanWriteToIsPassedOver() throws Exception {
        Files.createDirectories(homeCache);
        Files.setPosixFilePermissions(homeCache, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(load()).isEqualTo(cached(folder.resolve("home/.cffi4j")));
        assertThat(filesBelow(homeCache)).isEmpty();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there the user's profile keeps others out")
    void aFolderThatOthersCanReplaceIsPassedOver() throws Exception {
        Files.createDirectories(homeCache);
        Files.setPosixFilePermissions(homeCache.getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.writeString(folder.resolve("home/.cffi4j"), "no folder");

        assertThat(load()).isEqualTo(cached(temporaryCache));
    }

    @Test
    void aFolderThatForbidsLoadingFallsToTheNext() throws Exception {
        Path file = new LibraryLoader(surroundings).provide(geo(), "geo", path -> {
            loaded.add(path);
            if (path.contains("home")) {
                throw new UnsatisfiedLinkError("failed to map segment from shared object");
            }
        });

        assertThat(file).isEqualTo(cached(temporaryCache));
        assertThat(loaded)
                .containsExactly(
                        cached(homeCache).toString(),
                        cached(folder.resolve("home/.cffi4j")).toString(),
                        file.toString());
    }

    @Test
    void theKindOfAFileSystemFailureIsTold() throws Exception {
        Files.writeString(folder.resolve("home"), "no folder");
        Files.writeString(folder.resolve("tmp"), "no folder");

        assertThatThrownBy(this::load)
                .hasMessageFindingMatch("tried: +" + Pattern.quote(homeCache.toString()) + ": \\w+Exception")
                .hasMessageFindingMatch(" " + Pattern.quote(temporaryCache.toString()) + ": \\w+Exception");
    }

    @Test
    void aSealedFileIsNotHashedAgain() throws Exception {
        Path file = load();
        Files.writeString(file, "other bytes");
        Seal.put(file, FileFacts.of(file), Long.MAX_VALUE);

        assertThat(load()).isEqualTo(file).hasContent("other bytes");
    }

    @Test
    void aFileIsSealedWhenItHasSettled() throws Exception {
        Path file = load();
        load();
        assertThat(Seal.of(file))
                .as("younger than the file system's clock can tell")
                .doesNotExist();

        Seal.put(file, FileFacts.of(file), System.currentTimeMillis() + 2001);
        assertThat(Seal.isIntact(file, FileFacts.of(file), surroundings.user)).isTrue();
    }

    @Test
    void whatChangedAfterItsSealIsHashedAgain() throws Exception {
        Path file = load();
        Seal.put(file, FileFacts.of(file), Long.MAX_VALUE);
        Files.writeString(file, "other bytes");

        assertThat(load()).isEqualTo(file).hasBinaryContent(PublishedLibrary.CONTENT);
    }

    @Test
    void anotherClassLoaderGetsACopy() throws Exception {
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            new LibraryLoader(surroundings).provide(geo(), "geo", path -> {
                if (taken.contains(path)) {
                    throw new UnsatisfiedLinkError("Native Library " + path + " already loaded in another classloader");
                }
                taken.add(path);
            });
        }

        assertThat(taken).hasSize(3).doesNotHaveDuplicates().allSatisfy(path -> assertThat(Path.of(path))
                .hasBinaryContent(PublishedLibrary.CONTENT)
                .hasFileName("libgeo.so"));
    }

    @Test
    void whatIsPrunedWhileItIsLoadedIsTakenAgain() throws Exception {
        Path file = new LibraryLoader(surroundings).provide(geo(), "geo", path -> {
            loaded.add(path);
            if (loaded.size() == 1) {
                deleteAll(Path.of(path).getParent());
                throw new UnsatisfiedLinkError(path + ": cannot open shared object file: No such file or directory");
            }
        });

        assertThat(file).hasBinaryContent(PublishedLibrary.CONTENT);
        assertThat(loaded).hasSize(2);
    }

    @Test
    void whatKilledProcessesLeftBehindIsRemoved() throws Exception {
        Path file = load();
        Files.delete(file);
        Files.writeString(file.resolveSibling("libgeo.so.1234.tmp"), "half");

        load();

        assertThat(filesBelow(homeCache)).containsExactly(file);
    }

    @Test
    void aPathOfTheUsersOwnIsLoadedAsItIs() throws Exception {
        Path own = folder.resolve("own.so");
        surroundings.properties.put("cffi4j.geo.path", own.toString());
        library.unpin();

        assertThat(load()).isEqualTo(own);
        assertThat(loaded).containsExactly(own.toString());
        assertThat(homeCache).doesNotExist();
    }

    @Test
    void ofTwoVersionsOnTheClassPathTheRightOneIsTaken() throws Exception {
        Path other = Files.createDirectories(folder.resolve("other/META-INF/lib/linux_64"));
        Files.writeString(other.resolve("libgeo.so"), "another version");
        try (URLClassLoader loader = library.open(folder.resolve("other"))) {
            Path file =
                    new LibraryLoader(surroundings).provide(loader.loadClass(Geo.class.getName()), "geo", loaded::add);

            assertThat(file).hasBinaryContent(PublishedLibrary.CONTENT);
        }
    }

    private Path load() throws ClassNotFoundException {
        return new LibraryLoader(surroundings).provide(geo(), "geo", loaded::add);
    }

    private Class<?> geo() throws ClassNotFoundException {
        return classPath.loadClass(Geo.class.getName());
    }

    private static Path cached(Path cache) {
        return cache.resolve(PublishedLibrary.DIGEST.hex()).resolve("libgeo.so");
    }

    private static FileTime date(Path entry, int daysAgo) throws IOException {
        FileTime time = FileTime.from(Instant.now().truncatedTo(ChronoUnit.DAYS).minus(daysAgo, ChronoUnit.DAYS));
        Files.setLastModifiedTime(entry, time);
        return time;
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static void deleteAll(Path folder) {
        try {
            for (Path file : filesBelow(folder)) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !Files.isDirectory(file)).toList();
        }
    }
}
