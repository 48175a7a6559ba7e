package io.github.cffi4j.compiler.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.compiler.compile.CompileOptions;
import io.github.cffi4j.compiler.fetch.Sha256;
import io.github.cffi4j.compiler.fetch.UserCache;
import io.github.cffi4j.compiler.process.Command;
import io.github.cffi4j.compiler.process.ProcessResult;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small modules, built for this machine by the real zig. */
class ModuleBuildTest {
    @TempDir
    private Path folder;

    private final AtomicInteger runs = new AtomicInteger();
    private List<Platform> platforms = List.of(TestZig.HOST);
    private CompileOptions options = TestZig.ALONE;
    private UserCache cache = TestZig.CACHE;

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
    void anotherCheckoutTakesItsObjectsFromTheCache() throws Exception {
        options = CompileOptions.usual();
        cache = new UserCache(folder.resolve("cache"));
        for (String checkout : List.of("one", "another place")) {
            write(checkout + "/ffi/org/example/Geo.cdef", "int area(int a, int b);");
            write(checkout + "/ffi/org/example/Geo.c", "#include \"geo.h\"");
            write(checkout + "/c/include/geo.h", "int area(int a, int b);");
            write(checkout + "/c/area.c", "#include \"geo.h\"\nint area(int a, int b) { return a * b; }");
        }
        FfiProject one = project(folder.resolve("one"), folder.resolve("one/c"));
        generate(one);
        Sha256 first = build(one).library().sha256();
        int compiled = runs.getAndSet(0);

        FfiProject another = project(folder.resolve("another place"), folder.resolve("another place/c"));
        generate(another);
        assertThat(build(another).library().sha256()).isEqualTo(first);

        assertThat(compiled).as("probe, glue, source and link").isEqualTo(4);
        assertThat(runs).as("the link").hasValue(1);
    }

    @Test
    void aCdefIsReadAgainWhenAnythingItStandsOnChanges() throws Exception {
        write("ffi/Size.cdef", "#define SIZE ...");
        write("ffi/Size.c", "#include \"size.h\"");
        Path header = write("c/include/size.h", "#define SIZE 3\n");
        FfiProject project = project(folder, folder.resolve("c"));
        generate(project);
        assertThat(reads(project)).isZero();

        Files.writeString(header, "#define SIZE 4\n");
        assertThat(reads(project)).isEqualTo(1);
        assertThat(folder.resolve("java/Size.java")).content().contains("SIZE = 4");
        assertThat(reads(project)).isZero();

        Files.delete(folder.resolve("java/Size.java"));
        assertThat(reads(project)).isEqualTo(1);
        Files.delete(folder.resolve("java/SizeNative.java"));
        assertThat(reads(project)).isEqualTo(1);
        assertThat(folder.resolve("java/SizeNative.java")).isRegularFile();
        Files.writeString(folder.resolve("work/c/Size.ffi.c"), "damaged");
        assertThat(reads(project)).isEqualTo(1);
        write("ffi/Size.cdef", "#define SIZE ...\n#define SIZE_SQUARED 16");
        Files.writeString(header, "#define SIZE 4\n#define SIZE_SQUARED 16\n");
        assertThat(reads(project)).isEqualTo(1);
        assertThat(reads(project)).isZero();
    }

    @Test
    void aClaimThatAHeaderMakesWrongIsToldInEveryBuild() throws Exception {
        write("ffi/Geo.cdef", "int area(int a, int b);");
        write("ffi/Geo.c", "#include \"geo.h\"");
        Path header = write("c/include/geo.h", "int area(int a, int b);");
        FfiProject project = project(folder, folder.resolve("c"));
        generate(project);

        Files.writeString(header, "int area(int a);");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> generate(project))
                    .isInstanceOf(CdefException.class)
                    .hasMessageContaining("'area' takes 1 parameter");
        }
        Files.writeString(header, "int area(int a, int b);");
        assertThat(generate(project).changed()).isFalse();
    }

    @Test
    void platformsThatAreAskedDifferentlyAreAskedAgain() throws Exception {
        write("ffi/Os.cdef", """
                #ifdef _WIN32
                #define ERROR_CODE ...
                #else
                #define ERRNO ...
                #endif
                """);
        write("ffi/Os.c", "#include \"os.h\"");
        Path header = write("c/include/os.h", "#define ERROR_CODE 1\n#define ERRNO 2\n");
        platforms = List.of(Platform.LINUX_X86_64, Platform.WINDOWS_X86_64);
        FfiProject project = project(folder, folder.resolve("c"));
        generate(project);
        assertThat(reads(project)).isZero();

        Files.writeString(header, "#define ERROR_CODE 1\n#define ERRNO 3\n");
        assertThat(reads(project)).isEqualTo(1);
        assertThat(reads(project)).isZero();
    }

    @Test
    void aCdefIsReadAgainWhenOneThatItIncludesChanges() throws Exception {
        write("ffi/Base.cdef", "typedef struct { int x; } point;");
        write("ffi/Base.c", "#include \"point.h\"");
        write("ffi/Geo.cdef", "#include \"Base.cdef\"\nint sum(point p);");
        write("ffi/Geo.c", "#include \"point.h\"\nstatic int sum(point p) { return p.x; }");
        Path header = write("c/include/point.h", "typedef struct { int x; } point;");
        FfiProject project = project(folder, folder.resolve("c"));
        generate(project);
        assertThat(reads(project)).isZero();

        Files.writeString(header, "typedef struct { int x, y; } point;");
        write("ffi/Base.cdef", "typedef struct { int x, y; } point;");
        assertThat(reads(project)).isEqualTo(2);
        assertThat(reads(project)).isZero();
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

    private static long reads(FfiProject project) throws Exception {
        long before = readsSoFar(project);
        new BindingGenerator(project).generate();
        return readsSoFar(project) - before;
    }

    private static long readsSoFar(FfiProject project) {
        return project.trace().spans().stream()
                .filter(span -> span.kind().equals("read cdef"))
                .count();
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
        return FfiProject.of(
                        "geo",
                        new ProjectLayout(
                                base,
                                base.resolve("ffi"),
                                Stream.of(sources).map(SourceRoot::of).toList(),
                                base.resolve("java"),
                                base.resolve("work"),
                                base.resolve("classes")),
                        platforms)
                .withCompiler(TestZig::get)
                .withCache(cache)
                .withRunner(this::run)
                .withThreads(2)
                .withOptions(options);
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
