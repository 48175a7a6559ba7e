package io.github.cffi4j.compiler.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bindings without native code: what the compilers of all platforms say is a table. */
class AbiModeTest {
    private static final Platform[] ALL = Platform.standard().toArray(Platform[]::new);

    private static final String HEADERS = """
            #include <errno.h>
            #include <stdio.h>
            #include <stdlib.h>
            #include <sys/stat.h>
            #include <time.h>
            """;

    @TempDir
    private Path base;

    @Test
    void tellsLayoutsAndTrueNamesOfAllPlatforms() throws Exception {
        String table = table(
                """
                #define EAGAIN ...
                typedef int... time_t;
                struct stat { long long st_size; ...; };
                struct tm { int tm_year; ...; };
                time_t time(time_t *now);
                int stat(const char *path, struct stat *to);
                int abs(int i);
                """.replace("long long st_size", "off_t st_size")
                        .replace("typedef int... time_t;", "typedef int... time_t; typedef int... off_t;"),
                ALL);
        assertThat(table.lines().filter(line -> line.startsWith("for ")))
                .containsExactly(
                        "for linux-x86_64 linux-x86_64-musl",
                        "for linux-aarch_64 linux-aarch_64-musl",
                        "for osx-x86_64",
                        "for osx-aarch_64",
                        "for windows-x86_64 windows-aarch_64");
        assertThat(table.lines().filter(line -> line.startsWith("names")))
                .containsExactly(
                        "names", "names", "names stat=stat$INODE64", "names", "names stat=stat64i32 time=_time64");
        assertThat(table.lines().filter(line -> line.startsWith("open"))).containsOnly("open libc.so.6 libc.so");
        assertThat(base.resolve("work/c/org.example.Sys.ffi.c")).doesNotExist();
        assertThat(base.resolve("java/org/example/Sys.java")).exists();
    }

    /** Their fields are where each platform's compiler puts them. */
    @Test
    void writesTheTypesOfCallsForAllPlatforms() throws Exception {
        table("""
                typedef struct { long quot; long rem; } ldiv_t;
                ldiv_t ldiv(long a, long b);
                extern int errno;
                typedef int (*compare)(const void *, const void *);
                void qsort(void *base, size_t n, size_t size, compare order);
                """, HEADERS + "typedef int (*compare)(const void *, const void *);\n", ALL);
        assertThat(Files.readString(base.resolve("java/org/example/SysNative.java")))
                .contains("SYSTEM.handle(\"ldiv\", \"(JJJ)V\", \"!t0 t0 > [s2,3;4:t0;5:t0]\")")
                .contains("SYSTEM.handle(\"qsort\", \"(JJJJ)V\", \"!a t1 t1 a > v\")")
                .contains("SYSTEM.handle(\"\", \"(JJJ)I\", \"!a a > s4\")")
                .contains("return SYSTEM.stubs(\"ffi_callback_compare\", \"a a > s4\");")
                .contains("return SystemLibrary.errno();")
                .doesNotContain(" native ");
    }

    @Test
    void refusesWhatNoLibraryExports() {
        assertThatThrownBy(() -> table(
                        "int twice(int i); int inlined(int i); int abs(int i);",
                        """
                        #include <stdlib.h>
                        #define twice(I) (2 * (I))
                        static inline int inlined(int i) { return i; }
                        """,
                        Platform.LINUX_X86_64,
                        Platform.OSX_AARCH_64))
                .isInstanceOf(CdefException.class)
                .hasMessageContaining(
                        "Sys.cdef:1:5: 'twice' has no address in the headers, so no library exports it; on: all 2"
                                + " platforms");
        assertThatThrownBy(() -> table(
                        "int inlined(int i);",
                        """
                        static inline int inlined(int i) { return i; }
                        """,
                        Platform.LINUX_X86_64,
                        Platform.OSX_AARCH_64,
                        Platform.WINDOWS_X86_64))
                .isInstanceOf(CdefException.class)
                .hasMessageContaining(
                        "Sys.cdef:1:5: 'inlined' is an inline function in the headers, so no library exports it;"
                                + " on: all 3 platforms");
    }

    /** As in the other mode: what the cdef claims is checked before. */
    @Test
    void refusesWrongClaims() {
        assertThatThrownBy(() -> table("int abs(double d);", Platform.LINUX_X86_64))
                .isInstanceOf(CdefException.class)
                .hasMessageContaining("Sys.cdef:1:5: 'abs' has the type 'int (int)' in the headers");
        assertThatThrownBy(() -> table("struct tm { int tm_sec; int tm_min; };", Platform.LINUX_X86_64))
                .isInstanceOf(CdefException.class)
                .hasMessageContaining("tm");
    }

    @Test
    void refusesWhatNeedsCAtItsPlace() {
        assertThatThrownBy(() -> table("int printf(const char *format, ...);", Platform.LINUX_X86_64))
                .isInstanceOf(CdefException.class)
                .hasMessageContaining(
                        "Sys.cdef:1:5: 'printf' takes any number of arguments, and <mode>abi</mode> compiles no C")
                .hasMessageContaining("set <mode>api</mode>");
        assertThatThrownBy(() -> table("extern \"Java\" int f(int i);", Platform.LINUX_X86_64))
                .hasMessageContaining("'f' is a C function that Java implements");
        assertThatThrownBy(() -> table("struct s { int a; ...; }; void f(struct s s);", Platform.LINUX_X86_64))
                .hasMessageContaining("'f' passes a struct");
        assertThatThrownBy(() -> {
                    SmallModule.of(base, Platform.LINUX_X86_64).file("c/own.c", "int own;");
                    table("int abs(int i);", Platform.LINUX_X86_64);
                })
                .isInstanceOf(WrongSettingException.class)
                .hasMessageContaining("own.c; fix: remove it, or set <mode>api</mode>");
    }

    private String table(String cdef, Platform... platforms) throws Exception {
        return table(cdef, HEADERS, platforms);
    }

    private String table(String cdef, String headers, Platform... platforms) throws Exception {
        SmallModule module = SmallModule.of(base, platforms)
                .with(CompilerSettings.none().withSystemLibrary("libc.so.6,libc.so"))
                .file("ffi/org/example/Sys.cdef", cdef)
                .file("ffi/org/example/Sys.c", headers);
        new BindingGenerator(module.project().in(BindingMode.ABI)).generate();
        return Files.readString(base.resolve("classes/META-INF/cffi4j/abi/org.example.Sys.abi"));
    }
}
