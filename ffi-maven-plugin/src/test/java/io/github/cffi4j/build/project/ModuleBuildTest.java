package io.github.cffi4j.build.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.build.fetch.Progress;
import io.github.cffi4j.build.fetch.Sha256;
import io.github.cffi4j.build.process.Command;
import io.github.cffi4j.build.process.ProcessResult;
import io.github.cffi4j.build.process.ProcessRunner;
import io.github.cffi4j.cdef.CdefException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small modules, built for this machine by the real zig. */
class ModuleBuildTest {
    @TempDir
    private Path folder;

    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void aSecondBuildStartsNoCompiler() throws Exception {
        write("ffi/org/example/Geo.cdef", "int area(int a, int b);");
        write("ffi/org/example/Geo.c", "int area(int a, int b);");
        write("c/area.c", "int area(int a, int b) { return a * b; }");
        FfiProject project = project(folder, folder.resolve("c"));
        assertThat(generate(project).changed()).isTrue();
        assertThat(build(project).changed()).isTrue();
        int first = runs.get();
        assertThat(generate(project).changed()).isFalse();
        assertThat(build(project).changed()).isFalse();
        assertThat(runs).hasValue(first);
    }

    @Test
    void takesACdefOfTheUnnamedPackage() throws Exception {
        write("ffi/Geo.cdef", "int area(int a, int b);");
        write("ffi/Geo.c", "static int area(int a, int b) { return a * b; }");
        FfiProject project = project(folder);
        generate(project);
        build(project);
        assertThat(folder.resolve("java/Geo.java")).content().contains("public static int area(int a, int b)");
    }

    @Test
    void keepsSourcesOfTheSameNameInFoldersOfTheSameNameApart() throws Exception {
        write("first/src/part.c", "int first(void) { return 1; }");
        write("second/src/part.c", "int first(void); int second(void) { return first(); }");
        // Hidden files of editors are no sources.
        write("second/src/.#part.c", "#error not a source");
        FfiProject project = project(folder, folder.resolve("first/src"), folder.resolve("second/src"));
        assertThat(build(project).changed()).isTrue();
        assertThat(build(project).changed()).isFalse();
    }

    @Test
    void whereFoldersAreDoesNotShow() throws Exception {
        assertThat(hashWithSourcesIn("one")).isEqualTo(hashWithSourcesIn("somewhere/else"));
    }

    @Test
    void tellsTheErrorsOfASource() throws Exception {
        Path source = write("c/broken.c", "int f(void) { return nowhere; }");
        assertThatThrownBy(() -> build(project(folder, folder.resolve("c"))))
                .isInstanceOf(CompilationException.class)
                .hasMessageContaining(source + ":1:22: error: use of undeclared identifier 'nowhere'")
                .hasMessageContaining("on: " + TestZig.HOST.classifier());
    }

    @Test
    void tellsTheErrorsOfAllCdefs() throws Exception {
        write("ffi/First.cdef", "int first(nowhere_t x);");
        write("ffi/Second.cdef", "int second(void);");
        write("ffi/Third.cdef", "int third(void)");
        write("ffi/Third.c", "int third(void);");
        assertThatThrownBy(() -> generate(project(folder)))
                .isInstanceOf(CdefException.class)
                .hasMessageContaining("First.cdef:1:11: unknown type 'nowhere_t'")
                .hasMessageContaining("Second.cdef:1:5: 'second' is not declared by the headers")
                .hasMessageContaining("Third.cdef:1:");
    }

    @Test
    void aModuleWithoutCHasNoLibrary() throws Exception {
        assertThat(generate(project(folder)).cdefs()).isZero();
        assertThat(new LibraryBuilder(project(folder)).build(library -> {})).isEmpty();
        assertThat(runs).hasValue(0);
    }

    private Sha256 hashWithSourcesIn(String cache) throws Exception {
        write(cache + "/cached/file.c", """
                __attribute__((visibility("default"))) const char *file(void) { return __FILE__; }
                """);
        Path base = Files.createDirectories(folder.resolve("module of " + cache.replace('/', ' ')));
        return build(project(base, folder.resolve(cache).resolve("cached")))
                .library()
                .sha256();
    }

    private GeneratedSources generate(FfiProject project) throws Exception {
        return new BindingGenerator(project).generate();
    }

    private static BuiltLibrary build(FfiProject project) throws Exception {
        List<BuiltLibrary> built = new LibraryBuilder(project).build(library -> {});
        assertThat(built).hasSize(1);
        return built.get(0);
    }

    private FfiProject project(Path base, Path... sources) {
        return new FfiProject(
                "geo",
                new ProjectLayout(
                        base,
                        base.resolve("ffi"),
                        List.of(sources),
                        base.resolve("java"),
                        base.resolve("work"),
                        base.resolve("classes")),
                List.of(TestZig.HOST),
                Set.of(TestZig.HOST),
                Map.of(),
                List::of,
                TestZig::get,
                TestZig.CACHE,
                this::run,
                2,
                Progress.silent());
    }

    private ProcessResult run(Command command) throws IOException, InterruptedException {
        runs.incrementAndGet();
        return ProcessRunner.system().run(command);
    }

    private Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
