package io.github.cffi4j.compiler.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.compiler.emit.LibraryCheck;
import io.github.cffi4j.compiler.emit.SystemRequirements;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        assertThat(Files.readString(base.resolve("java/org/example/Sys.java")))
                .contains(
                        "<p>Needs a library of the user's system: {@code libc.so.6} or {@code libc.so} on Linux, macOS and"
                                + " Windows.");
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
                .contains("Direct$0.qsort$ != 0")
                .contains("static final DirectCalls CALLS = SYSTEM.direct(\"!\");")
                .contains("static final long qsort$ = SYSTEM.direct(Direct$.CALLS, \"qsort\");")
                .doesNotContain("ldiv$ != 0")
                .contains("SYSTEM.handle(\"ldiv\", \"(JJJ)V\", \"!t0 t0 > [s2,3;4:t0;5:t0]\")")
                .contains("SYSTEM.handle(\"qsort\", \"(JJJJ)V\", \"!a t1 t1 a > v\")")
                .contains("SYSTEM.handle(\"\", \"(JJJ)I\", \"!a a > s4\")")
                .contains("SYSTEM.stubs(new compare$entry(), \"!a a > s4\")")
                .contains("public long words(int slot, long w1, long w2)")
                .contains(
                        "return SysNative.compare$stubs.ALL.code(slot).call(Pointer.TYPE.at(w1), Pointer.TYPE.at(w2));")
                .contains("return SYSTEM.errno();")
                .doesNotContain(" native ");
    }

    /** Windows has functions that take structs by value, such as those of the console. */
    @Test
    void passesStructsThatOnlySomePlatformsHave() throws Exception {
        table("""
                #ifdef _WIN32
                typedef struct { short X; short Y; } COORD;
                int SetConsoleCursorPosition(void *console, COORD position);
                #endif
                """, "#ifdef _WIN32\n#include <windows.h>\n#endif\n", ALL);
        assertThat(Files.readString(base.resolve("java/org/example/SysNative.java")))
                .contains("SYSTEM.handle(\"SetConsoleCursorPosition\", \"(JJ)I\", \"a [s0,1;2:s2;3:s2] > s4\")");
        assertThat(
                        Files.readString(
                                base.resolve(
                                        "classes/META-INF/native-image/io.github.cffi4j.binding/org.example.Sys/reachability-metadata.json")))
                .contains("\"parameterTypes\": [\"jlong\", \"struct(jshort, jshort)\"]")
                .doesNotContain("struct()");
    }

    /** The functions that tell and set it are never called, so the user's library need not have them. */
    @Test
    void keepsWindowsLastErrorWhereItIsDeclared() throws Exception {
        table("""
                int puts(const char *s);
                #ifdef _WIN32
                unsigned long GetLastError(void);
                void SetLastError(unsigned long code);
                unsigned long GetFileAttributesA(const char *name);
                #endif
                """, "#include <stdio.h>\n#ifdef _WIN32\n#include <windows.h>\n#endif\n", ALL);
        assertThat(Files.readString(base.resolve("java/org/example/SysNative.java")))
                .contains("SYSTEM.handle(\"puts\", \"(J)I\", \"^a > s4\")")
                .contains("SYSTEM.handle(\"GetLastError\", \"()J\", \"^> t0\")")
                .contains("SYSTEM.handle(\"SetLastError\", \"(J)V\", \"^t0 > v\")")
                .contains("system.expect(\"puts\", false);")
                .contains("system.expect(\"GetFileAttributesA\", false);");
        assertThat(
                        Files.readString(
                                base.resolve(
                                        "classes/META-INF/native-image/io.github.cffi4j.binding/org.example.Sys/reachability-metadata.json")))
                .contains("\"returnType\": \"void\", \"parameterTypes\": [\"jint\"], \"options\": { \"critical\"")
                .contains("\"parameterTypes\": [\"jlong\"], \"options\": { \"captureCallState\": true } }");
    }

    @Test
    void tellsNativeImageTheTypesOfCallsOnAllPlatforms() throws Exception {
        String own = """
                typedef int (*compare)(const void *, const void *);
                struct mixed { char kind; short s[3]; union { double d; char c[9]; } u; };
                struct mixed twice(struct mixed m, unsigned short s, double _Complex z, float f, signed char c);
                void bytes(signed char c, unsigned short s);
                """;
        table(
                """
                typedef struct { long quot; long rem; } ldiv_t;
                ldiv_t ldiv(long a, long b);
                extern int errno;
                int printf(const char *format, ...);
                """
                        + own
                        + "[[ffi::critical]] int sum(const int *values, int count);\n"
                        + "void qsort(void *base, size_t n, size_t size, compare order);\n",
                HEADERS + own + "int sum(const int *values, int count);\n",
                ALL);
        assertThat(
                        Files.readString(
                                base.resolve(
                                        "classes/META-INF/native-image/io.github.cffi4j.binding/org.example.Sys/reachability-metadata.json")))
                .isEqualTo("""
                        {
                          "resources": [
                            {
                              "glob": "META-INF/cffi4j/abi/org.example.Sys.abi"
                            }
                          ],
                          "foreign": {
                            "downcalls": [
                              { "returnType": "struct(jlong, jlong)", "parameterTypes": ["jlong", "jlong"], "options": { "captureCallState": true } },
                              { "returnType": "struct(jbyte, padding(1), sequence(3, jshort), union(jdouble, sequence(9, jbyte), padding(16)))", "parameterTypes": ["struct(jbyte, padding(1), sequence(3, jshort), union(jdouble, sequence(9, jbyte), padding(16)))", "jchar", "struct(jdouble, jdouble)", "jfloat", "jbyte"], "options": { "captureCallState": true } },
                              { "returnType": "void", "parameterTypes": ["jint", "jint"], "options": { "captureCallState": true } },
                              { "returnType": "jint", "parameterTypes": ["jlong", "jint"], "options": { "captureCallState": true, "critical": { "allowHeapAccess": false } } },
                              { "returnType": "jint", "parameterTypes": ["void*", "jint"], "options": { "captureCallState": true, "critical": { "allowHeapAccess": true } } },
                              { "returnType": "void", "parameterTypes": ["jlong", "jlong", "jlong", "jlong"], "options": { "captureCallState": true } },
                              { "returnType": "jint", "parameterTypes": ["jlong", "jlong"], "options": { "captureCallState": true } },
                              { "returnType": "struct(jint, jint)", "parameterTypes": ["jint", "jint"], "options": { "captureCallState": true } },
                              { "returnType": "void*", "parameterTypes": [], "options": { "critical": { "allowHeapAccess": false } } }
                            ],
                            "upcalls": [
                              { "returnType": "jint", "parameterTypes": ["jlong", "jlong"] }
                            ]
                          }
                        }
                        """);
    }

    @Test
    void writesStructsAndComplexNumbersOfCallbacks() throws Exception {
        table("""
                struct point { double x; int y; };
                typedef struct point (*moved)(struct point from, double _Complex by);
                struct point move(moved with, double _Complex by);
                """, """
                struct point { double x; int y; };
                typedef struct point (*moved)(struct point from, double _Complex by);
                struct point move(moved with, double _Complex by);
                """, Platform.LINUX_X86_64);
        assertThat(Files.readString(base.resolve("java/org/example/SysNative.java")))
                .contains("SYSTEM.handle(\"move\", \"(JJJ)V\", \"a x > [s0,1;2:d;3:s4]\")")
                .contains("SYSTEM.stubs(new moved$entry(), \"[s0,1;2:d;3:s4] x > [s0,1;2:d;3:s4]\")")
                .contains("public void slots(int slot, long values)")
                .contains("return SYSTEM.moreStubs(stubs, first);");
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

    @Test
    void looksAllNamesUpAndChecksTheVersion() throws Exception {
        String cdef = """
                #define LIMIT ...
                int abs(int i); long labs(long l);
                #ifdef __linux__
                int getpid(void);
                #endif
                struct div_t { int quot; ...; };
                int version(void); const char *version_text(void); unsigned size(void);
                """;
        String headers = HEADERS + """
                #include <unistd.h>
                #define LIMIT 7
                struct div_t { int quot; int rem; };
                int version(void); const char *version_text(void); unsigned size(void);
                """;
        SystemRequirements requirements = SystemRequirements.of(
                List.of("*abs", "getpid"),
                List.of(
                        LibraryCheck.of("version() >= 0x10"),
                        LibraryCheck.of("version()==LIMIT"),
                        LibraryCheck.of("version_text ( ) > 1.2.11"),
                        LibraryCheck.of("size() == sizeof(struct div_t)")));
        table(cdef, headers, requirements, Platform.LINUX_X86_64, Platform.OSX_AARCH_64);
        assertThat(Files.readString(base.resolve("java/org/example/SysNative.java")))
                .containsIgnoringWhitespaces("""
                                    system.expect("abs labs version version_text size", true);
                                    if (layout.presence(Index.on_LINUX_X86_64, "linux-x86_64").here()) {
                                        system.expect("getpid", true);
                                    }
                                    system.judge();
                                    system.check("version", "> s4", ">=", 16L, "0x10");
                                    system.check("version", "> s4", "==", 7L, "LIMIT");
                                    system.check("version_text", "> a", ">", "1.2.11");
                                    system.check("size", "> u4", "==", layout.get(Index.sizeof_div_t), "sizeof(struct div_t)");
                        """);
    }

    @Test
    void refusesDemandsThatNoCdefHas() {
        assertThatThrownBy(() -> required(List.of(), List.of("abs() > 1")))
                .isInstanceOf(CdefException.class)
                .hasMessageContaining(
                        "Sys.cdef:1:5: 'abs' is in <libraryChecks>, as 'abs() > 1', and takes parameters");
        assertThatThrownBy(() -> required(List.of(), List.of("rand() > 1.2")))
                .hasMessageContaining("and returns no text to compare with a version");
        assertThatThrownBy(() -> required(List.of(), List.of("rand() > RAND_MAX")))
                .hasMessageContaining("and 'RAND_MAX' is no number, version, sizeof or constant of the cdef");
        assertThatThrownBy(() -> required(List.of("free", "labs"), List.of()))
                .isInstanceOf(WrongSettingException.class)
                .hasMessage("<requiredNames>: no cdef declares 'labs'");
        assertThatThrownBy(() -> required(List.of(), List.of("labs() > 1")))
                .isInstanceOf(WrongSettingException.class)
                .hasMessage("<libraryChecks>: no cdef declares the function of 'labs() > 1'; declare it, so that the"
                        + " compilers check its type");
        assertThatThrownBy(() -> LibraryCheck.of("3 > 2"))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageContaining("'3 > 2' is no comparison such as");
    }

    private void required(List<String> names, List<String> checks) throws Exception {
        List<LibraryCheck> read = checks.stream().map(LibraryCheck::of).toList();
        table(
                "int abs(int i); int rand(void); void free(void *p);",
                HEADERS,
                SystemRequirements.of(names, read),
                Platform.LINUX_X86_64);
    }

    /** In CFFI's ABI mode, the first gives 2 for -3.0, the second reads other fields, and the third is 4 bytes large. */
    @Test
    void cffisThreeSilentFaultsAreErrorsOrRight() throws Exception {
        assertThatThrownBy(() -> table("int abs(double d);", ALL))
                .isInstanceOf(CdefException.class)
                .hasMessageContaining("'abs' has the type 'int (int)' in the headers");
        assertThatThrownBy(() -> table(
                        "typedef unsigned mode_t; struct stat { mode_t st_mode; };", "#include <sys/stat.h>\n", ALL))
                .isInstanceOf(CdefException.class)
                .hasMessageContaining("stat");
        String table = table("struct s { int a; ...; };", "struct s { int a; double b; };\n", ALL);
        assertThat(table.lines().filter(line -> line.startsWith("values"))).containsExactly("values 16 8 0");
    }

    @Test
    void readsBitfieldsAndConstantsInObjects() throws Exception {
        String table = table("""
                struct s { unsigned char kind; unsigned a : 3; long long b : 33; ...; };
                static const double PI;
                static const long long LOW;
                static const char *const NAME;
                static void *const NOWHERE;
                """, """
                struct s { unsigned char kind; unsigned a : 3; long long b : 33; };
                #define PI 1.5
                #define LOW (-7LL)
                #define NAME "a \\"name\\"\\n"
                #define NOWHERE ((void *)-1)
                """, Platform.LINUX_X86_64, Platform.WINDOWS_X86_64);
        String pi = Long.toString(Double.doubleToRawLongBits(1.5));
        assertThat(table.lines().filter(line -> line.startsWith("values")))
                .first()
                .asString()
                .endsWith(" 8 11 " + pi + " -7 -1");
        assertThat(table.lines().filter(line -> line.startsWith("values")).skip(1))
                .singleElement()
                .asString()
                .contains("=32 ", "=64");
        assertThat(Files.readString(base.resolve("java/org/example/SysNative.java")))
                .contains("return LAYOUT.readBits(struct, Index.bits_s_a, Index.value_3")
                .contains("return Double.longBitsToDouble(LAYOUT.get(Index.constant_PI));")
                .contains("return SYSTEM.text(\"a \\\"name\\\"\\012\");");
    }

    @Test
    void refusesConstantsThatOnlyAProgramComputes() {
        assertThatThrownBy(() -> table(
                        "static const int HERE;",
                        "int here(void);\n#define HERE here()\n",
                        Platform.LINUX_X86_64,
                        Platform.OSX_AARCH_64))
                .isInstanceOf(CdefException.class)
                .hasMessageContaining(
                        "Sys.cdef:1:18: 'HERE' is a constant that has to be computed when the program runs;"
                                + " on: all 2 platforms");
        assertThatThrownBy(() -> table(
                        "static const char *const NAME;",
                        "#ifdef __linux__\n#define NAME \"a\"\n#else\n#define NAME \"b\"\n#endif\n",
                        Platform.LINUX_X86_64,
                        Platform.OSX_AARCH_64))
                .hasMessageContaining("'NAME' is another text than on other platforms; on: osx-aarch_64");
    }

    @Test
    void writesVariadicCalls() throws Exception {
        table("int printf(const char *format, ...);", Platform.LINUX_X86_64, Platform.OSX_AARCH_64);
        assertThat(Files.readString(base.resolve("java/org/example/SysNative.java")))
                .contains("SYSTEM.handle(\"printf\", \"(JJ)I\", \"a ... > s4\")");
        assertThatThrownBy(() -> table("int printf(char *format, ...);", Platform.LINUX_X86_64))
                .hasMessageContaining("'printf' has the type 'int (const char *, ...)' in the headers");
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
        assertThatThrownBy(() -> table("extern \"Java\" int f(int i);", Platform.LINUX_X86_64))
                .isInstanceOf(CdefException.class)
                .hasMessageContaining("Sys.cdef:1:19: 'f' is a C function that Java implements, and"
                        + " <mode>abi</mode> compiles no C")
                .hasMessageContaining("set <mode>api</mode>");
        assertThatThrownBy(() -> table("struct s { int a; ...; }; void f(struct s s);", Platform.LINUX_X86_64))
                .hasMessageContaining(
                        "Sys.cdef:1:34: 'f' passes 'struct s' by value, and its registers depend on all of"
                                + " its fields, and <mode>abi</mode> compiles no C")
                .hasMessageContaining("fix: declare the fields that '...' stands for; or set <mode>api</mode>");
        assertThatThrownBy(() -> table(
                        "struct in { short a; ...; }; struct s { int b; struct in in; }; struct s f(void);",
                        Platform.LINUX_X86_64))
                .hasMessageContaining("'f' passes 'struct in' by value, and its registers depend on all of its fields");
        assertThatThrownBy(() -> table("struct s { int a : 3; }; void f(struct s s);", Platform.LINUX_X86_64))
                .hasMessageContaining("'f' passes 'struct s' by value, which has the bitfield 'a'");
        assertThatThrownBy(() -> table("""
                        struct s {
                            int a;
                        #ifdef _WIN32
                            int b;
                        #endif
                        };
                        void f(struct s s);
                        """, Platform.LINUX_X86_64, Platform.WINDOWS_X86_64))
                .hasMessageContaining(
                        "'f' passes 'struct s' by value, whose field 'b' only some of its platforms have");
        assertThatThrownBy(() -> table(
                        "struct s { int a; ...; }; typedef void (*f)(struct s s);",
                        "struct s { int a; int b; }; typedef void (*f)(struct s s);\n",
                        Platform.LINUX_X86_64))
                .hasMessageContaining("'f' passes 'struct s' by value");
        assertThatThrownBy(() -> table("float _Complex f(float _Complex z);", Platform.LINUX_X86_64))
                .hasMessageContaining("'f' passes a complex number that is not of two doubles");
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
        return table(cdef, headers, SystemRequirements.none(), platforms);
    }

    private String table(String cdef, String headers, SystemRequirements requirements, Platform... platforms)
            throws Exception {
        SmallModule module = SmallModule.of(base, platforms)
                .with(CompilerSettings.none().withSystemLibrary("libc.so.6,libc.so"))
                .file("ffi/org/example/Sys.cdef", cdef)
                .file("ffi/org/example/Sys.c", headers);
        new BindingGenerator(module.project().in(BindingMode.ABI).requiring(requirements)).generate();
        return Files.readString(base.resolve("classes/META-INF/cffi4j/abi/org.example.Sys.abi"));
    }
}
