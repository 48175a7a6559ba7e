package io.github.cffi4j.compiler.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the author's compiler flags change: neither what is true nor whether generated code compiles (fault 4). */
@Tag("thorough")
class AuthorsFlagsTest {
    private static final String CDEF = """
            typedef int (*cmp)(const void *a, const void *b);
            typedef struct pt { int x; unsigned f : 3; double d; char n[8]; } pt;
            struct registers { volatile unsigned ready : 1; const volatile int level : 4; };
            struct nothing { ...; };
            enum e { A, B }; enum e ef(enum e x); union u { int i; float f; }; union u uf(union u x);
            int add(int a, int b); pt mk(int x); int each(cmp c, void *base); int say(const char *f, ...);
            extern int counter; extern int errno;
            static const double RATIO;
            #define ZED ...
            extern "Java" int cb(int x, pt *p);
            int twice(int x);
            unsigned long ul(unsigned long x); unsigned char uc(signed char c);
            float _Complex cc(float _Complex z); long double ld(long double x);
            struct registers *base(struct nothing *unused);
            """;

    /** Without an own warning even under -Wextra. */
    private static final String PREAMBLE = """
            #include <errno.h>
            typedef int (*cmp)(const void *a, const void *b);
            typedef struct pt { int x; unsigned f : 3; double d; char n[8]; } pt;
            struct registers { volatile unsigned ready : 1; const volatile int level : 4; };
            struct nothing;
            enum e { A, B }; union u { int i; float f; };
            #define RATIO 0.5
            #define ZED 3
            int add(int a, int b); pt mk(int x); int each(cmp c, void *base); int say(const char *f, ...);
            extern int counter;
            enum e ef(enum e x); union u uf(union u x);
            unsigned long ul(unsigned long x); unsigned char uc(signed char c);
            float _Complex cc(float _Complex z); long double ld(long double x);
            struct registers *base(struct nothing *unused);
            static int cb(int x, pt *p);
            static int twice(int x) { return cb(x, 0); }
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"-Wall -Wextra -Werror", "-std=c99 -pedantic-errors"})
    void changeNoTruth(String flags) throws Exception {
        holds(flags);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Werror",
                "-Wall -Werror",
                "-Wall -Wextra -Werror -fdiagnostics-format=msvc -fcolor-diagnostics -fno-show-column",
                "-std=c89",
                "-ansi -Wall -Werror",
                "-std=c11 -Weverything -Wno-error",
                "-std=c23 -Wall -Werror",
                "-w",
                "-Wfatal-errors -Werror=unused-function",
                "-fshort-enums -funsigned-char -Wall -Werror"
            })
    void norDoOthers(String flags) throws Exception {
        holds(flags);
    }

    private void holds(String flags) throws Exception {
        write("ffi/Flags.cdef", CDEF.replace("struct nothing { ...; };\n", ""));
        write("ffi/Flags.c", flags.contains("pedantic-errors") || flags.contains("-ansi") ? ofC89(PREAMBLE) : PREAMBLE);
        write("c/flags.c", sources(flags));
        FfiProject project = project(flags);

        new BindingGenerator(project).generate();
        LibraryBuilder builder = new LibraryBuilder(project);

        assertThat(builder.build(library -> {})).hasSize(1);
        assertThat(builder.warnings()).noneMatch(warning -> warning.contains("work"));
    }

    /** {@code -w} silences even errors that flags ask for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-w",
                "-Wno-incompatible-pointer-types",
                "-Wno-everything",
                "-Werror",
                "-std=c89 -w",
                "-Wfatal-errors"
            })
    void hideNoFalseClaim(String flags) throws Exception {
        write("ffi/Flags.cdef", "int f(char *s);\nint missing(int x);");
        write("ffi/Flags.c", "int f(int *s);");

        assertThatThrownBy(() -> new BindingGenerator(project(flags)).generate())
                .isInstanceOf(CdefException.class)
                .hasMessageContaining("parameter 's' of 'f' is 'int *' in the headers, 'char *' here")
                .hasMessageContaining("'missing' is not declared by the headers");
    }

    /** A struct without a member has no size in C. */
    @Test
    void anEmptyStructIsOne() throws Exception {
        write("ffi/Flags.cdef", "typedef struct s { ...; } s;\nstruct exact { };\nint f(s *p);");
        write("ffi/Flags.c", "typedef struct s { } s; struct exact { }; static int f(s *p) { return p ? 3 : 0; }");

        new BindingGenerator(project("-Wall")).generate();
        assertThat(folder.resolve("java/Flags.java")).content().contains("class s ");
    }

    /** The compiler's own words, the C, and no advice: nothing says that the cdef is wrong. */
    @Test
    void whatIsNoFalseClaimIsShownAsTheCompilerSaidIt() throws Exception {
        write("ffi/Flags.cdef", "#define LEAST ...\nint f(int x);");
        write("ffi/Flags.c", "#define LEAST NOWHERE\n#define f(x) nowhere.x");

        assertThatThrownBy(() -> new BindingGenerator(project("-Wall")).generate())
                .isInstanceOf(CdefException.class)
                .hasMessageContaining("'LEAST': the C compiler says: use of undeclared identifier 'NOWHERE'")
                .hasMessageContaining("Flags.c:1: expanded from macro 'LEAST'")
                .hasMessageContaining("'f': the C compiler says: use of undeclared identifier 'nowhere'")
                .hasMessageContaining("in C: ")
                .hasMessageNotContaining("in the headers")
                .hasMessageNotContaining("fix:");
    }

    /** A struct that only a prototype names is another one in each prototype. */
    @Test
    void aStructOfAPrototypeAloneIsExplained() throws Exception {
        write("ffi/Flags.cdef", "int f(struct baz *p);");
        write("ffi/Flags.c", "int f(struct baz *p);");
        assertThatThrownBy(() -> new BindingGenerator(project("-Wall")).generate())
                .isInstanceOf(CdefException.class)
                .hasMessageContaining("they declare 'struct baz' nowhere before that function")
                .hasMessageContaining("fix: write 'struct baz;' in the preamble");

        write("ffi/Flags.c", "struct baz;\nint f(struct baz *p);");
        new BindingGenerator(project("-Wall")).generate();
    }

    /** Once each, wherever met, and only for what the author wrote (fault 5). */
    @Test
    void warningsAreTold() throws Exception {
        write("ffi/Flags.cdef", "int f(int x);");
        write("ffi/Flags.c", "#include \"shared.h\"\nstatic int f(int x) { int once; return x; }");
        write("c/include/shared.h", "static inline int shared(int y) { int twice; return y; }\n");
        write("c/one.c", "#include \"shared.h\"\nint one(void) { return shared(1); }");
        write("c/two.c", """
                #include "shared.h"
                #ifdef _WIN32
                int two(long windows) { char narrow[2]; return (int)sizeof(narrow[3]) + narrow[2]; }
                #endif
                """);
        FfiProject project = project(
                "-Wall -Wno-uninitialized",
                new TreeSet<>(List.of(Platform.LINUX_X86_64, Platform.WINDOWS_X86_64, TestZig.HOST)));
        new BindingGenerator(project).generate();
        LibraryBuilder builder = new LibraryBuilder(project);
        builder.build(library -> {});

        assertThat(builder.warnings())
                .contains(
                        "ffi/Flags.c:2:27: unused variable 'once' [-Wunused-variable]",
                        "c/include/shared.h:1:39: unused variable 'twice' [-Wunused-variable]")
                .anyMatch(warning ->
                        warning.startsWith("c/two.c:3:") && warning.endsWith("[-Warray-bounds] (on windows-x86_64)"))
                .doesNotHaveDuplicates()
                .noneMatch(warning -> warning.contains(".ffi.c"));

        LibraryBuilder again = new LibraryBuilder(project);
        again.build(library -> {});
        assertThat(again.warnings()).isEmpty();
    }

    /** An assembler takes none of the plugin's flags for C, which is nothing to warn of and no error under -Werror (fault 5). */
    @ParameterizedTest
    @ValueSource(strings = {"-O2", "-Wall -Werror", "-Wall -Wextra -Werror -Wunused-command-line-argument"})
    void assemblyIsNotWarnedOfFlagsForC(String flags) throws Exception {
        write("ffi/Flags.cdef", "int plain(void); int expanded(void);");
        write("ffi/Flags.c", "int plain(void);\nint expanded(void);");
        write("c/plain.s", ".globl plain\n.text\nplain:\n");
        write("c/expanded.S", "#define NAME expanded\n.globl NAME\n.text\nNAME:\n");
        FfiProject project = project(flags);
        new BindingGenerator(project).generate();
        LibraryBuilder builder = new LibraryBuilder(project);

        assertThat(builder.build(library -> {})).hasSize(1);
        assertThat(builder.warnings()).isEmpty();
    }

    private static String ofC89(String preamble) {
        return preamble.replace(
                "float _Complex cc(float _Complex z); ", "__extension__ float _Complex cc(float _Complex z); ");
    }

    private static String sources(String flags) {
        String extension = flags.contains("pedantic-errors") || flags.contains("-ansi") ? "__extension__ " : "";
        return """
                typedef int (*cmp)(const void *a, const void *b);
                typedef struct pt { int x; unsigned f : 3; double d; char n[8]; } pt;
                enum e { A, B }; union u { int i; float f; };
                int add(int a, int b) { return a + b; }
                pt mk(int x) { pt p; p.x = x; p.f = 1; p.d = 1; p.n[0] = 0; return p; }
                int each(cmp c, void *b) { return c(b, b); }
                int say(const char *f, ...) { return *f; }
                int counter;
                unsigned long ul(unsigned long x) { return x; }
                unsigned char uc(signed char c) { return (unsigned char)c; }
                %sfloat _Complex cc(float _Complex z) { return z; }
                long double ld(long double x) { return x; }
                enum e ef(enum e x) { return x; }
                union u uf(union u x) { return x; }
                struct registers;
                struct nothing;
                struct registers *base(struct nothing *unused) { return (struct registers *)unused; }
                """.replace("%s", extension);
    }

    private FfiProject project(String flags) {
        return project(flags, Set.of(TestZig.HOST));
    }

    private FfiProject project(String flags, Set<Platform> built) {
        CompilerSettings settings = CompilerSettings.none().compiling(List.of(flags.split(" ")));
        FfiProject usual = TestModule.of("flags", folder, folder, built);
        Map<Platform, CompilerSettings> all =
                Platform.standard().stream().collect(Collectors.toMap(Function.identity(), platform -> settings));
        ProjectLayout layout = new ProjectLayout(
                folder,
                folder.resolve("ffi"),
                List.of(SourceRoot.of(folder.resolve("c"))),
                folder.resolve("java"),
                folder.resolve("work"),
                folder.resolve("classes"));
        return usual.withLayout(layout).withPlatforms(List.copyOf(built)).withSettings(all);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
