package io.github.cffi4j.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

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
        FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(file, longAgo);
        Files.setLastModifiedTime(file.getParent(), longAgo);
        Files.setLastModifiedTime(homeCache, longAgo);

        assertThat(load()).isEqualTo(file);

        assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
        assertThat(Files.getLastModifiedTime(file.getParent())).isEqualTo(longAgo);
        assertThat(Files.getLastModifiedTime(homeCache)).isEqualTo(longAgo);
        assertThat(loaded).containsExactly(file.toString(), file.toString());
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
            return new LibraryLoader(surroundings.get())
                    .load(geo(), "geo", file -> assertThat(Path.of(file)).hasBinaryContent(PublishedLibrary.CONTENT));
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

        assertThat(load()).isEqualTo(cached(temporaryCache));
        assertThat(filesBelow(homeCache)).isEmpty();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there the user's profile keeps others out")
    void aFolderOfSomebodyElseIsPassedOver() throws Exception {
        String owner = Files.getOwner(folder).getName();
        surroundings.users = () -> Set.of(() -> "ada");

        assertThatThrownBy(this::load)
                .hasMessageContaining(homeCache + ": this folder belongs to '" + owner + "', not to 'ada'")
                .hasMessageContaining(temporaryCache + ": this folder belongs to");
        assertThat(loaded).isEmpty();
    }

    @Test
    void aFolderThatForbidsLoadingFallsToTheNext() throws Exception {
        Path file = new LibraryLoader(surroundings.get()).load(geo(), "geo", path -> {
            loaded.add(path);
            if (path.startsWith(homeCache.toString())) {
                throw new UnsatisfiedLinkError("failed to map segment from shared object");
            }
        });

        assertThat(file).isEqualTo(cached(temporaryCache));
        assertThat(loaded).containsExactly(cached(homeCache).toString(), file.toString());
    }

    @Test
    void allReasonsAreToldWhenNothingWorks() {
        assertThatThrownBy(() -> new LibraryLoader(surroundings.get()).load(geo(), "geo", path -> {
                    throw new UnsatisfiedLinkError(path + ": " + path + ": version `GLIBC_2.99' not found");
                }))
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(2))
                .hasMessage("""
                        io.github.cffi4j.loader.Geo could not load its native library for linux-x86_64
                          this machine: Linux x86_64, glibc 2.39, Java 25 (os.name=Linux, os.arch=amd64)
                          library:      META-INF/lib/linux_64/libgeo.so, SHA-256 %s
                          tried:        %s: version `GLIBC_2.99' not found
                                        %s: version `GLIBC_2.99' not found
                          what to do:   name a folder of your own with -Dcffi4j.cache.dir, or point -Dcffi4j.geo.path at a library of your own""".formatted(PublishedLibrary.DIGEST, homeCache, temporaryCache));
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
            Path file = new LibraryLoader(surroundings.get())
                    .load(loader.loadClass(Geo.class.getName()), "geo", loaded::add);

            assertThat(file).hasBinaryContent(PublishedLibrary.CONTENT);
        }
    }

    private Path load() throws ClassNotFoundException {
        return new LibraryLoader(surroundings.get()).load(geo(), "geo", loaded::add);
    }

    private Class<?> geo() throws ClassNotFoundException {
        return classPath.loadClass(Geo.class.getName());
    }

    private static Path cached(Path cache) {
        return cache.resolve(PublishedLibrary.DIGEST.hex()).resolve("libgeo.so");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !Files.isDirectory(file)).toList();
        }
    }
}
