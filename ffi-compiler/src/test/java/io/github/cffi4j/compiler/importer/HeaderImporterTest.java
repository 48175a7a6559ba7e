package io.github.cffi4j.compiler.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.compiler.project.BindingGenerator;
import io.github.cffi4j.compiler.project.BindingMode;
import io.github.cffi4j.compiler.project.FfiProject;
import io.github.cffi4j.compiler.project.LibraryBuilder;
import io.github.cffi4j.compiler.project.SmallModule;
import io.github.cffi4j.compiler.project.TestZig;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers become cdefs, which the generator then takes. */
class HeaderImporterTest {
    private static final Path GOLDENS = Path.of("src/test/resources/import").toAbsolutePath();
    private static final Platform[] ALL = Platform.standard().toArray(Platform[]::new);

    @TempDir
    Path folder;

    /** Each folder has a header, the cdef that comes of it, and the report. */
    @ParameterizedTest
    @CsvSource({"constructs,geo.h,all", "macros,macros.h,host", "platforms,platforms.h,all"})
    void becomesTheGolden(String name, String header, String platforms) throws Exception {
        Path golden = GOLDENS.resolve(name);
        copy(golden, folder.resolve("c/include"));
        SmallModule module = platforms.equals("all") ? SmallModule.of(folder, ALL) : host();

        ImportResult result = run(module, changes(header));

        compare(golden.resolve("Imported.cdef"), text());
        compare(golden.resolve("import.txt"), result.report());
        assertThat(folder.resolve("ffi/org/example/Imported.c")).hasContent("#include \"" + header + "\"");
        assertThat(run(module, ImportRequest.Changes.none()).changed()).isFalse();
        new BindingGenerator(module.project()).generate();
    }

    @Test
    void oneLineOfTheHeaderIsOneLineOfTheCdef() throws Exception {
        SmallModule module = host().file("c/include/a.h", "int one(int x);\nint two(int x);\nint three(int x);\n");
        run(module, changes("a.h"));
        String before = text();
        module.file("c/include/a.h", "int one(int x);\nlong two(int x);\nint three(int x);\n");

        ImportResult again = run(module, ImportRequest.Changes.none());

        assertThat(text()).isEqualTo(before.replace("int two(int x);", "long two(int x);"));
        assertThat(again.summary()).contains("changed: int two(int x);\n      to long two(int x);");
    }

    @Test
    void whatTheAuthorWroteWinsAndStays() throws Exception {
        SmallModule module =
                host().file("c/include/a.h", "struct s { int x; };\nint one(struct s *p);\nint two(int x);\n");
        module.file("ffi/org/example/Imported.cdef", "/* mine */\n[[ffi::critical]] int two(int x);\nstruct s;\n");
        run(module, changes("a.h"));

        assertThat(text()).isEqualTo("""
            /* mine */
            [[ffi::critical]] int two(int x);
            struct s;

            /* ffi:import a.h */
            int one(struct s *p);
            /* ffi:import end */
            """);
        Files.writeString(cdef(), text() + "\n#define OWN 3\n");
        module.file("ffi/org/example/Imported.c", "#include \"a.h\"\n#define OWN 3\n");
        String whole = text();
        assertThat(run(module, ImportRequest.Changes.none()).changed()).isFalse();
        assertThat(text()).isEqualTo(whole);
    }

    @Test
    void theRecipeStandsInTheCdef() throws Exception {
        SmallModule module = host().file(
                        "c/include/a.h",
                        "#define A_ONE 1\n#define B_ONE 1\nstruct s { int x; };\nstruct t { int y; };\n"
                                + "int a_one(struct s *p);\nint b_one(struct t *p);\n");
        ImportRequest.Changes changes = new ImportRequest.Changes(
                List.of("a.h"),
                List.of("a.h"),
                Optional.of("a_.*"),
                Optional.of("A_.*"),
                Optional.empty(),
                Optional.of("s"),
                Optional.empty(),
                Optional.of(false));
        run(module, changes);

        assertThat(text()).isEqualTo("""
            /* ffi:import a.h · from a.h · functions a_.* · constants A_.* · opaque s · comments false */
            #define A_ONE ...

            struct s;

            int a_one(struct s *p);
            /* ffi:import end */
            """);
        assertThat(run(module, ImportRequest.Changes.none()).changed()).isFalse();
    }

    /** The headers beside it are no part of it. */
    @Test
    void aHeaderOfTheSystemIsTakenAlone() throws Exception {
        SmallModule module = SmallModule.of(folder, Platform.LINUX_X86_64, Platform.LINUX_X86_64_MUSL);
        run(module, changes("sys/epoll.h"));

        assertThat(text())
                .contains("int epoll_create(int", "struct epoll_event {", "EPOLLIN")
                .doesNotContain("key_t", "fsid_t", "select(");
        new BindingGenerator(module.project()).generate();
    }

    /** As curl's curl_easy_setopt does. */
    @Test
    @Tag("thorough")
    void macrosThatHideFunctionsAreTakenAway() throws Exception {
        String header = """
                int set(int option, ...);
                int close(int fd, int how);
                int same(int x);
                int any(const char *format, ...);
                #define set(option, value) (set(option, value) + 0)
                #define close(fd) close(fd, 0)
                #define same(x) same((x) + 1)
                #define any(...) any(__VA_ARGS__)
                """;
        SmallModule module = host().file("c/include/a.h", header).file("c/a.c", """
                        int set(int option, ...) { return option; }
                        int close(int fd, int how) { return fd + how; }
                        int same(int x) { return x; }
                        int any(const char *format, ...) { return 0; }
                        """);
        run(module, changes("a.h"));
        assertThat(folder.resolve("ffi/org/example/Imported.c")).hasContent("""
                #include "a.h"

                /* These macros take another number of arguments than the functions of their names. */
                #undef close
                #undef set
                """);
        assertThat(text())
                .contains("int set(int option, ...);", "int close(int fd, int how);", "int same(", "int any(");
        new BindingGenerator(module.project()).generate();
        new LibraryBuilder(module.project()).build(library -> {});
        assertThat(run(module, ImportRequest.Changes.none()).changed()).isFalse();

        Files.writeString(folder.resolve("ffi/org/example/Imported.c"), "#include \"a.h\"\n#undef set\n");
        ImportResult result = run(module, ImportRequest.Changes.none());
        assertThat(text()).contains("int set(int option, ...);").doesNotContain("int close(");
        assertThat(result.report())
                .contains("close: a macro of its name takes another number of arguments; fix: '#undef'");
    }

    @Test
    void namesWithStarsAreTaken() throws Exception {
        SmallModule module = host().file(
                        "c/include/a.h",
                        "#define A_ONE 1\n#define B_ONE 1\nstruct s { int x; };\nstruct t { int y; };\n"
                                + "struct u { int z; };\nint a_open(struct s *p);\nint a_open2(void);\nint a_close(void);\n"
                                + "int b_one(struct t *p);\n")
                .file("java/org/example/Main.java", "class Main { int x = a_open(null) + a_close(); }");
        ImportRequest.Changes changes = new ImportRequest.Changes(
                List.of("a.h"),
                List.of(),
                Optional.of("a_open*,b_one"),
                Optional.of("A_*"),
                Optional.of("u*"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        run(module, changes);

        assertThat(text())
                .startsWith("/* ffi:import a.h · functions a_open*,b_one · constants A_* · types u* */\n")
                .contains("A_ONE", "a_open(", "a_open2(", "b_one(", "struct s {", "struct t {", "struct u {")
                .doesNotContain("B_ONE", "a_close");
        assertThat(run(module, ImportRequest.Changes.none()).changed()).isFalse();

        ImportRequest.Changes used = new ImportRequest.Changes(
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(true),
                Optional.empty());
        new HeaderImporter(module.project())
                .run(new ImportRequest(Optional.empty(), used, false, List.of(folder.resolve("java"))));
        assertThat(text())
                .contains(" · types u* · used */\n", "a_open(", "struct s {", "struct u {")
                .doesNotContain("a_open2", "a_close", "b_one(", "A_ONE");
    }

    /** One method of Java has one type on all platforms, whatever C calls it there. */
    @Test
    @Tag("thorough")
    void integerTypesWithOtherNamesAreOneFunction() throws Exception {
        SmallModule module = SmallModule.of(
                        folder, Platform.LINUX_X86_64, Platform.OSX_AARCH_64, Platform.WINDOWS_X86_64)
                .file("c/include/a.h", """
                #include <string.h>
                #ifdef _WIN32
                #define OFFSET long
                typedef unsigned long long count_t;
                #else
                #include <sys/types.h>
                #define OFFSET off_t
                typedef unsigned long count_t;
                #endif
                OFFSET seek(OFFSET to, unsigned flags);
                #define copy memcpy
                """);
        ImportResult result = run(module, changes("a.h"));

        assertThat(text())
                .contains("\nlong seek(long to, unsigned int flags);\n")
                .contains("\nvoid *copy(void *, const void *, size_t);\n")
                .contains("\ntypedef int... count_t;\n");
        assertThat(result.report()).doesNotContain("Refused").contains("OFFSET: names a type");
        new BindingGenerator(module.project()).generate();
    }

    @Test
    void whatJavaMentionsIsEnough() throws Exception {
        SmallModule module = host().file(
                        "c/include/a.h",
                        "#define A 1\n#define B 2\nstruct s { int x; };\nstruct t { int y; };\nstruct u { int z; };\n"
                                + "int one(struct s *p);\nint two(struct t *p);\nint t_three(int x);\n")
                .file("java/org/example/Main.java", "class Main { int x = one(null) + A; }")
                .file("java/org/example/notes.txt", "two B");
        ImportRequest.Changes changes = new ImportRequest.Changes(
                List.of("a.h"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("u"),
                Optional.empty(),
                Optional.of(true),
                Optional.empty());
        new HeaderImporter(module.project())
                .run(new ImportRequest(
                        Optional.of("org/example/Imported"), changes, false, List.of(folder.resolve("java"))));

        assertThat(text()).isEqualTo("""
            /* ffi:import a.h · types u · used */
            #define A ...

            struct s {
                int x;
                ...;
            };

            struct u {
                int z;
                ...;
            };

            int one(struct s *p);
            /* ffi:import end */
            """);
    }

    /** Without C of its own, a binding has what libraries export. */
    @Test
    void abiModeTakesWhatItCanCall() throws Exception {
        SmallModule module = host().file("c/include/a.h", """
                #define LIMIT 4
                int plain(int x);
                int variadic(const char *format, ...);
                static inline int inside(int x) { return x; }
                struct point { int x, y; };
                typedef struct { struct point from; struct point corners[2]; } box;
                box around(struct point p);
                struct seen { int x; };
                void each(void (*visit)(struct seen s));
                struct behind { int x; };
                void look(struct behind *b);
                struct padded { unsigned a : 3; unsigned : 5; };
                void take(struct padded p);
                """);
        FfiProject project = module.project().in(BindingMode.ABI);
        ImportRequest request =
                new ImportRequest(Optional.of("org/example/Imported"), changes("a.h"), false, List.of());
        new HeaderImporter(project).run(request);

        assertThat(text())
                .contains(
                        "\n#define LIMIT ...\n", "\nint plain(int x);\n", "\nint variadic(const char *format, ...);\n")
                .contains("/* not imported: int inside(int x);\n   'inside' is an inline function in the headers")
                // What is passed by value has to be known whole; anything else may have more members in a later header.
                .contains("struct point {\n    int x;\n    int y;\n};", "struct point corners[2];\n} box;")
                .contains("struct seen {\n    int x;\n};", "struct behind {\n    int x;\n    ...;\n};")
                .contains("box around(struct point p);", "void each(void (*visit)(struct seen s));")
                .contains("struct padded {\n    unsigned int a : 3;\n    ...;\n};")
                .contains("/* not imported: void take(struct padded p);");
        new BindingGenerator(project).generate();
    }

    /** Windows' uv_buf_t is such a struct. */
    @Test
    void membersInAnotherOrderStay() throws Exception {
        SmallModule module = host().file("c/include/a.h", """
                #ifdef _WIN32
                typedef struct { unsigned length; char *base; } buffer;
                #else
                typedef struct { char *base; unsigned long length; } buffer;
                #endif
                buffer make(char *base);
                """);
        FfiProject project = module.project()
                .withPlatforms(List.of(TestZig.HOST, Platform.WINDOWS_X86_64))
                .withBuilt(Set.of(TestZig.HOST, Platform.WINDOWS_X86_64));
        ImportRequest request =
                new ImportRequest(Optional.of("org/example/Imported"), changes("a.h"), false, List.of());
        new HeaderImporter(project).run(request);

        assertThat(text()).contains("char *base;", " length;", "    ...;\n} buffer;", "buffer make(char *base);");
    }

    @Test
    void checkFailsWithTheDifference() throws Exception {
        SmallModule module = host().file("c/include/a.h", "int one(int x);\n");
        run(module, changes("a.h"));
        ImportRequest check = new ImportRequest(Optional.empty(), ImportRequest.Changes.none(), true, List.of());
        new HeaderImporter(module.project()).run(check);
        module.file("c/include/a.h", "int one(int x);\nint two(int x);\n");

        assertThatThrownBy(() -> new HeaderImporter(module.project()).run(check))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("Imported.cdef: is not in step with a.h")
                .hasMessageContaining("\n+int two(int x);\n")
                .hasMessageContaining("fix: run ffi:import");
        assertThat(text()).doesNotContain("two");
    }

    @Test
    void whatIsWrongIsSaidInTheCompilersWords() throws Exception {
        SmallModule module = host().file("c/include/broken.h", "int one(int x)\nint two(int x);\n")
                .file("c/include/lacking.h", "#include \"nowhere.h\"\n");

        assertThatThrownBy(() -> run(module, changes("missing.h")))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("'missing.h' file not found")
                .hasMessageContaining("fix: put the header below src/main/c/include");
        assertThatThrownBy(() -> run(module, changes("lacking.h")))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("lacking.h:1:10: fatal error: 'nowhere.h' file not found")
                .hasMessageContaining("^~~~~~~~~~~");
        assertThatThrownBy(() -> run(module, changes("broken.h")))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("broken.h:1:15: error: expected")
                .hasMessageContaining("^");
        assertThatThrownBy(() -> run(module, changes("/usr/include/zlib.h")))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("is a path of this machine");
        assertThatThrownBy(() -> run(
                        module,
                        new ImportRequest.Changes(
                                List.of("a.h"),
                                List.of(),
                                Optional.of("git_("),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("-Dfunctions=git_(: Unclosed group")
                .hasMessageContaining("fix: ");
        assertThat(folder.resolve("ffi")).doesNotExist();
    }

    @Test
    void anErrorOfTheAuthorsIsTheirs() throws Exception {
        SmallModule module = host().file("c/include/a.h", "int one(int x);\n")
                .file("ffi/org/example/Imported.cdef", "int broken(;\n");

        assertThatThrownBy(() -> run(module, changes("a.h")))
                .isInstanceOf(CdefException.class)
                .hasMessageContaining("Imported.cdef:1:12");
        assertThat(text()).isEqualTo("int broken(;\n");
    }

    private SmallModule host() {
        return SmallModule.of(folder, TestZig.HOST);
    }

    private static ImportRequest.Changes changes(String header) {
        return ImportRequest.Changes.ofHeaders(header);
    }

    private static ImportResult run(SmallModule module, ImportRequest.Changes changes) throws Exception {
        Optional<String> to = changes.headers().isEmpty() ? Optional.empty() : Optional.of("org/example/Imported");
        return new HeaderImporter(module.project())
                .run(new ImportRequest(to, changes, false, List.of()))
                .get(0);
    }

    private Path cdef() {
        return folder.resolve("ffi/org/example/Imported.cdef");
    }

    private String text() throws IOException {
        return Files.readString(cdef());
    }

    private static void compare(Path golden, String text) throws IOException {
        if (Boolean.getBoolean("goldens.update")) {
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (file.toString().endsWith(".h")) {
                    Path copy = to.resolve(from.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
