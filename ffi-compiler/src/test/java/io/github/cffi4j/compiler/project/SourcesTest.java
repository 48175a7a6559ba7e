package io.github.cffi4j.compiler.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which sources a module compiles, with which flags, and which headers they see. */
class SourcesTest {
    @TempDir
    private Path base;

    /** (fault 26) */
    @Test
    void whatStandsAmongTheSourcesDoesNotReplaceTheSystemsHeaders() throws Exception {
        assertThat(module().file("c/string.h", "int my_string(void);")
                        .file("c/signal.h", "#error not the system's")
                        .file("c/version", "1.2.3")
                        .file("c/m.c", """
                                #include <signal.h>
                                #include <string.h>
                                #include "string.h"
                                int my_string(void) { return (int)strlen("abc") + SIGINT; }
                                int add(int a, int b) { return a + b + my_string(); }
                                """)
                        .file("ffi/stdlib.h", "#error not the system's")
                        .file(
                                "ffi/T.c",
                                "#include <stdlib.h>\n#include <string.h>\n#include \"string.h\"\nint add(int, int);")
                        .file("ffi/T.cdef", "int add(int a, int b); int my_string(void); size_t strlen(const char *s);")
                        .build())
                .hasSize(1);
    }

    /** What only the module has is found by {@code <...>} as well, as with {@code -I} (fault 26). */
    @Test
    void theModulesOwnHeadersAreFoundBothWays() throws Exception {
        assertThat(module().file("c/own.h", "int add(int a, int b);")
                        .file(
                                "c/sub/m.c",
                                "#include <own.h>\n#include \"own.h\"\nint add(int a, int b) { return a + b; }")
                        .file("ffi/org/T.c", "#include <own.h>\n#include <beside.h>")
                        .file("ffi/org/beside.h", "")
                        .file("ffi/org/T.cdef", "int add(int a, int b);")
                        .build())
                .hasSize(1);
    }

    /** (fault 26) */
    @Test
    void aFolderIsCompiledInPartOrOnlySearched() throws Exception {
        SmallModule module = module().file(
                        "vendored/src/add.c",
                        "#include \"impl.h\"\n#include <vendored.h>\nint add(int a, int b) { return SUM; }")
                .file("vendored/src/impl.h", "#define SUM a + b")
                .file("vendored/vendored.h", "")
                .file("vendored/examples/main.c", "int main(void) { return 0; }")
                .file("vendored/tests/main.c", "int main(void) { return 0; }")
                .file("headers/api.h", "int add(int a, int b);")
                .file("headers/string.h", "#include_next <string.h>\n#define SHIM 1")
                .file("headers/not.c", "#error not compiled")
                .file("ffi/T.c", "#include \"api.h\"\n#include <string.h>\n_Static_assert(SHIM, \"searched first\");")
                .file("ffi/T.cdef", "int add(int a, int b);");
        SourceRoot vendored =
                new SourceRoot(base.resolve("vendored"), true, List.of(), List.of("examples/**", "**/tests/**"));
        SourceRoot headers = new SourceRoot(base.resolve("headers"), false, List.of(), List.of());
        assertThat(module.build(vendored, headers)).hasSize(1);

        SourceRoot mistyped = new SourceRoot(base.resolve("vendored"), true, List.of("source/*.c"), List.of());
        assertThatThrownBy(() -> module.build(mistyped, headers))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageContaining("no source below " + base.resolve("vendored") + " is one of [source/*.c]");
    }

    /** (fault 26) */
    @Test
    void flagsForOneLanguageReachItAlone() throws Exception {
        CompilerSettings.SourceFlags flags = new CompilerSettings.SourceFlags(
                List.of("-std=c11", "-DIN_C"), List.of("-std=c++20", "-DIN_CXX"), List.of());
        SmallModule module = module().with(CompilerSettings.none().with(flags))
                .file("c/a.c", "#if !defined IN_C || defined IN_CXX || __STDC_VERSION__ != 201112L\n#error\n#endif")
                .file("c/b.cpp", "#if defined IN_C || !defined IN_CXX || __cplusplus != 202002L\n#error\n#endif")
                .file("c/d.S", "#if defined IN_C || defined IN_CXX\n#error\n#endif")
                .file("ffi/T.c", "#ifndef IN_C\n#error\n#endif\nstatic int one(void) { return 1; }")
                .file("ffi/T.cdef", "int one(void);")
                .file("ffi/U.cpp", "#ifndef IN_CXX\n#error\n#endif\nstatic int two(void) { return 2; }")
                .file("ffi/U.cdef", "int two(void);");
        assertThat(module.build()).hasSize(1);
    }

    @Test
    void flagsForAFileReachItAloneAndComeLast() throws Exception {
        CompilerSettings settings = CompilerSettings.none()
                .compiling(List.of("-DSPEED=1"))
                .with(flagsOf("**/fast_*.c", "-USPEED", "-DSPEED=2"));
        SmallModule module = module().with(settings)
                .file("c/fast_1.c", "#if SPEED != 2\n#error\n#endif")
                .file("c/deep/fast_2.c", "#if SPEED != 2\n#error\n#endif")
                .file("c/slow.c", "#if SPEED != 1\n#error\n#endif")
                .file("ffi/T.c", "#if SPEED != 1\n#error\n#endif\nstatic int one(void) { return 1; }")
                .file("ffi/T.cdef", "int one(void);");
        assertThat(module.build()).hasSize(1);

        SmallModule mistyped = module().with(settings.with(flagsOf("fsat_1.c", "-DX")));
        assertThatThrownBy(mistyped::build)
                .isInstanceOf(WrongSettingException.class)
                .hasMessage(
                        "<fileFlags>: no source that is compiled is 'fsat_1.c'; fix: correct the pattern, which starts"
                                + " at a folder of sources or of an archive");
    }

    private static CompilerSettings.SourceFlags flagsOf(String files, String... flags) {
        return new CompilerSettings.SourceFlags(
                List.of(), List.of(), List.of(new CompilerSettings.FileFlags(files, List.of(flags))));
    }

    /** (fault 9) */
    @Test
    void compilesEverySuffixOfCAndCppAndAssembly() throws Exception {
        SmallModule module = module().file("ffi/T.c", "int f1(void), f2(void), f3(void), f4(void), f5(void);")
                .file("ffi/T.cdef", "int f1(void); int f2(void); int f3(void); int f4(void);")
                .file("c/1.c++", "extern \"C\" int f1(void) { return 1; }")
                .file("c/2.C", "extern \"C\" int f2(void) { return 1; }")
                .file("c/3.cp", "extern \"C\" int f3(void) { return 1; }")
                .file("c/4.s", ".globl f4\n.text\nf4:\n")
                .file("c/5.m", "int f5(void) { return 1; }")
                .file("c/README.m.txt", "");
        assertThat(module.build()).hasSize(1);
        assertThat(new LibraryBuilder(module.project()).leftOut()).containsExactly(base.resolve("c/5.m"));
        SourceRoot without = new SourceRoot(base.resolve("c"), true, List.of(), List.of("*.m"));
        assertThat(new LibraryBuilder(module.project(without)).leftOut()).isEmpty();
    }

    /** (fault 9) */
    @Test
    void findsCdefsWhereNobodyReadsThem() throws Exception {
        for (String path : List.of("cdef/a/A.cdef", "c/B.cdef", "java/org/C.CDEF", "resources/D.cdef", "ffi/E.cdef")) {
            module().file("src/main/" + path, "");
        }
        ProjectLayout layout = new ProjectLayout(
                base, base.resolve("src/main/ffi"), List.of(), base, base.resolve("work"), base.resolve("classes"));
        assertThat(StrayCdefs.of(layout))
                .containsExactly(
                        base.resolve("src/main/c/B.cdef"),
                        base.resolve("src/main/cdef/a/A.cdef"),
                        base.resolve("src/main/java/org/C.CDEF"));
    }

    /** (fault 28) */
    @Test
    void onlyWhatIsBuiltIsAsked() throws Exception {
        SmallModule everywhere = SmallModule.of(
                        base, Platform.LINUX_X86_64, Platform.LINUX_AARCH_64, Platform.WINDOWS_X86_64)
                .with(CompilerSettings.none().compiling(List.of("-mavx2")))
                .file(
                        "ffi/T.c",
                        "#ifdef _WIN32\n#define W 7\nint w(void);\n#endif\n#define N 5\nint add(int a, int b);")
                .file(
                        "ffi/T.cdef",
                        "#define N ...\n#ifdef _WIN32\n#define W ...\nint w(void);\n#endif\nint add(int a, int b);")
                .file("c/add.c", "#ifndef __AVX2__\n#error\n#endif\nint add(int a, int b) { return a + b; }");
        assertThat(everywhere.building(Platform.LINUX_X86_64).build()).hasSize(1);
        assertThat(Files.readString(base.resolve("java/T.java")))
                .contains("int N = 5;", "int W()", " w()")
                .doesNotContain("W = 7");

        assertThatThrownBy(everywhere::build)
                .isInstanceOf(CompilationException.class)
                .hasMessage("error: target architecture aarch64 has no LLVM CPU feature named 'avx2'\n"
                        + "   on: linux-aarch_64\n"
                        + "   fix: a flag that not every platform knows belongs in the <compilerFlags> of a"
                        + " <platformSetting> with its <platform>, such as *-x86_64");
    }

    /** (fault 21) */
    @Test
    @Tag("thorough")
    void windowsTextBehindAConditionBuildsOnOtherPlatforms() throws Exception {
        SmallModule module = SmallModule.of(base, Platform.LINUX_X86_64, Platform.WINDOWS_X86_64)
                .file("ffi/T.c", """
                        #ifdef _WIN32
                        #include <windows.h>
                        static TCHAR first(LPCTSTR text, LPTSTR buffer, TBYTE b) { return b ? text[0] : buffer[0]; }
                        #endif
                        """)
                .file("ffi/T.cdef", """
                        #ifdef _WIN32
                        TCHAR first(LPCTSTR text, LPTSTR buffer, TBYTE b);
                        #endif
                        """);
        assertThat(module.build()).hasSize(2);
    }

    /** (fault 28) */
    @Test
    void aFlagThatZigRefusesIsToldWithAWayOut() throws Exception {
        module().file("ffi/T.cdef", "int one(void);").file("ffi/T.c", "int one(void);");
        assertThatThrownBy(() -> flagged("-std=c++20").build())
                .isInstanceOf(CompilationException.class)
                .hasMessageContaining("not allowed with 'C'")
                .hasMessageContaining("fix: give the flag to one language, by <cFlags> or <cxxFlags>");
        assertThatThrownBy(() -> flagged("-fno-such-thing").build())
                .hasMessageContaining("error: Unknown Clang option: '-fno-such-thing'")
                .hasMessageContaining("fix: correct the flag in <compilerFlags>");
        assertThatThrownBy(() -> flagged("-march=pentium99").build())
                .hasMessageContaining("error: unknown CPU: 'pentium99'\n   on: ")
                .hasMessageNotContaining("available CPUs");
    }

    private SmallModule flagged(String flag) {
        return module().with(CompilerSettings.none().compiling(List.of(flag)));
    }

    private SmallModule module() {
        return SmallModule.of(base, TestZig.HOST);
    }
}
