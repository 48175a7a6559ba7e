package io.github.cffi4j.compiler.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.compiler.compile.CompiledUnit.Compiled;
import io.github.cffi4j.compiler.fetch.Progress;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkouts that share a cache. */
class ObjectCacheTest {
    @TempDir
    private Path folder;

    /** Its sources include the headers beside them. */
    private FakeZig zig;

    private long bytes = 1_000_000;

    @BeforeEach
    void install() {
        zig = new FakeZig(folder);
        zig.includesWhatIsBeside = true;
    }

    @Test
    void whatOneCheckoutCompiledAnotherDoesNot() throws Exception {
        compile("first", "int x;", "int y;");
        Path object = compile("second", "int x;", "int y;");

        assertThat(zig.runs()).isEqualTo(1);
        assertThat(object).hasContent("int x;int y;");
        assertThat(object.startsWith(folder.resolve("second"))).isTrue();
    }

    @Test
    void anotherSourceHeaderOrFlagIsCompiled() throws Exception {
        compile("first", "int x;", "int y;");

        assertThat(compile("second", "int X;", "int y;")).hasContent("int X;int y;");
        assertThat(compile("third", "int x;", "int Y;")).hasContent("int x;int Y;");
        CompilerSettings defined = new CompilerSettings(List.of(), List.of("X=1"), List.of(), List.of(), List.of());
        compile("fourth", "int x;", "int y;", defined);

        assertThat(zig.runs()).isEqualTo(4);
    }

    @Test
    void aChangeTakenBackIsNotCompiledAgain() throws Exception {
        compile("first", "int x;", "int y;");
        compile("first", "int x;", "int changed;");

        assertThat(compile("first", "int x;", "int y;")).hasContent("int x;int y;");
        assertThat(zig.runs()).isEqualTo(2);
    }

    @Test
    void oneSourceMayIncludeNowTheseHeadersNowThose() throws Exception {
        compile("first", "int x;", "int y;");
        Path other = write("first/other.h", "int other;");
        compile("first", "int x;", "int z;");
        Files.delete(other);

        compile("second", "int x;", "int y;");

        assertThat(zig.runs()).isEqualTo(2);
    }

    @Test
    void damagedEntriesAreMadeAnew() throws Exception {
        compile("first", "int x;", "int y;");
        for (Path entry : entries()) {
            byte[] content = Files.readAllBytes(entry);
            content[content.length - 1] ^= 1;
            Files.write(entry, content);
        }

        assertThat(compile("second", "int x;", "int y;")).hasContent("int x;int y;");
        assertThat(zig.runs()).isEqualTo(2);
        compile("third", "int x;", "int y;");
        assertThat(zig.runs()).isEqualTo(2);
    }

    @Test
    void cutOffEntriesAreMadeAnew() throws Exception {
        compile("first", "int x;", "int y;");
        for (Path entry : entries()) {
            Files.writeString(entry, "cut");
        }

        assertThat(compile("second", "int x;", "int y;")).hasContent("int x;int y;");
    }

    @Test
    void aSourceSavedWhileItIsCompiledIsNotKept() throws Exception {
        Path source = write("first/geo.c", "int x;");
        zig.meanwhile = () -> {
            try {
                FileTime before = Files.getLastModifiedTime(source);
                while (Files.getLastModifiedTime(source).compareTo(before) <= 0) {
                    Files.writeString(source, "int saved;");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        compile("first", "int x;", "int y;");
        zig.meanwhile = () -> {};

        assertThat(compile("second", "int saved;", "int y;")).hasContent("int saved;int y;");
        assertThat(zig.runs()).isEqualTo(2);
    }

    @Test
    void aBoundOfZeroIsNoCache() throws Exception {
        bytes = 0;
        compile("first", "int x;", "int y;");
        compile("second", "int x;", "int y;");

        assertThat(zig.runs()).isEqualTo(2);
        assertThat(folder.resolve("cache/objects")).doesNotExist();
    }

    @Test
    void aCacheThatCannotBeWrittenIsNoReasonToFail() throws Exception {
        write("cache/objects", "a file where the folder should be");

        assertThat(compile("first", "int x;", "int y;")).hasContent("int x;int y;");
    }

    @Test
    void staysBelowItsBound() throws Exception {
        bytes = 2_000;
        for (int i = 0; i < 40; i++) {
            compile("first", "int x" + i + ";", "int y;");
        }

        long size = 0;
        for (Path entry : entries()) {
            size += Files.size(entry);
        }
        assertThat(size).isBetween(500L, 2_000L);
    }

    @Test
    void whatWasNotUsedForLongestGoesFirst() throws Exception {
        Path shard = Files.createDirectories(folder.resolve("objects").resolve("ab"));
        List<Path> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Path entry = Files.write(shard.resolve(i + ".o"), new byte[100]);
            Files.setLastModifiedTime(entry, FileTime.fromMillis(1_000_000L * (10 - i)));
            all.add(entry);
        }
        Path abandoned = Files.createDirectory(shard.resolve(".scratch1"));
        Files.setLastModifiedTime(abandoned, FileTime.fromMillis(0));

        new CachePruner(folder.resolve("objects"), 500).prune();

        assertThat(all.subList(0, 4)).allMatch(Files::exists);
        assertThat(all.subList(4, 10)).noneMatch(Files::exists);
        assertThat(abandoned).doesNotExist();
    }

    @Test
    void buildsAtOnceGetWhatTheirOwnSourcesMake() throws Exception {
        // Pruned all the time, too.
        bytes = 1_000;
        ExecutorService builds = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<Path>> objects = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                int build = i;
                objects.add(CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return compile("checkout" + build, "int x" + build % 4 + ";", "int y;");
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        },
                        builds));
            }
            for (int i = 0; i < objects.size(); i++) {
                assertThat(objects.get(i).get()).content().startsWith("int x" + i % 4 + ";");
            }
        } finally {
            builds.shutdown();
        }
    }

    private Path compile(String checkout, String source, String header) throws IOException, InterruptedException {
        return compile(checkout, source, header, CompilerSettings.none());
    }

    private Path compile(String checkout, String source, String header, CompilerSettings settings)
            throws IOException, InterruptedException {
        Path base = folder.resolve(checkout);
        Path file = write(checkout + "/geo.c", source);
        write(checkout + "/geo.h", header);
        CompileOptions options = new CompileOptions(LinkPolicy.AUTO, List.of(), bytes);
        Path object = base.resolve("obj").resolve("geo.o");
        try (UnitCompiler compiler = new UnitCompiler(zig.toolchain(options, Progress.silent()))) {
            assertThat(compiler.compile(new CompileUnit(Platform.LINUX_X86_64, settings, base, file, object)))
                    .isEqualTo(new Compiled(object, true, ""));
        }
        return object;
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("cache/objects"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
