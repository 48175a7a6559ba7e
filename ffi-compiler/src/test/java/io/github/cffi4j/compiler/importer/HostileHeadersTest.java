package io.github.cffi4j.compiler.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.compiler.project.BindingGenerator;
import io.github.cffi4j.compiler.project.SmallModule;
import io.github.cffi4j.compiler.project.TestZig;
import io.github.cffi4j.platform.Platform;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Broken and odd headers: they are imported as far as can be, or the message says what is wrong and how to mend it. */
@Tag("thorough")
class HostileHeadersTest {
    @TempDir
    Path folder;

    @Test
    void aHeaderOfOneSystemSaysWhere() throws Exception {
        SmallModule module = SmallModule.of(folder, Platform.LINUX_X86_64, Platform.WINDOWS_X86_64)
                .file("c/include/a.h", "#include <windows.h>\nint one(DWORD x);\n");

        assertThatThrownBy(() -> run(module))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("a.h:1:10: fatal error: 'windows.h' file not found")
                .hasMessageContaining("on: linux-x86_64")
                .hasMessageContaining("fix: include it inside '#if' in the preamble");

        module.file("ffi/org/example/Imported.c", "#ifdef _WIN32\n#include \"a.h\"\n#endif\n");
        run(module);
        assertThat(text()).contains("#ifdef _WIN32\n").contains("int one(DWORD x);");
    }

    /** A header that configure has made knows one machine. */
    @Test
    void aConfiguredHeaderThatRefusesOthersIsNamed() throws Exception {
        SmallModule module = SmallModule.of(folder, Platform.LINUX_X86_64, Platform.LINUX_AARCH_64)
                .file("c/include/a.h", "#include \"config.h\"\nint one(LARGE x);\n")
                .file(
                        "c/include/config.h",
                        "#ifndef __x86_64__\n#error \"configured for x86_64\"\n#endif\n#define LARGE long\n");

        assertThatThrownBy(() -> run(module))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("config.h:2:2: error: \"configured for x86_64\"")
                .hasMessageContaining("on: linux-aarch_64")
                .hasMessageContaining("fix: if the header is not for them");
    }

    /** Debian has such headers; nothing tells that they are wrong for other machines, until a program fails. */
    @Test
    void aHeaderInAMachinesFolderIsPointedOut() throws Exception {
        SmallModule plain = SmallModule.of(folder, Platform.LINUX_X86_64, Platform.OSX_AARCH_64)
                .file("c/include/a.h", "#include <conf.h>\nint one(int x[SIZE]);\n")
                .file("usr/x86_64-linux-gnu/conf.h", "#define SIZE 8\n");
        SmallModule module = new SmallModule(
                plain.base(),
                plain.platforms(),
                plain.built(),
                CompilerSettings.none().including(List.of(folder.resolve("usr/x86_64-linux-gnu"))),
                plain.cache(),
                plain.options());

        assertThat(run(module).summary())
                .contains("conf.h is from a folder of x86_64-linux-gnu: if it describes that machine, take the header"
                        + " from the library's sources");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "an empty header               | ''                                              | nothing to import",
                "only comments                 | /* nothing */                                   | nothing to import",
                "an open comment               | int one(int x); /* and so on                    | unterminated /* comment",
                "an open condition             | #if 1~int one(int x);                           | unterminated conditional directive",
                "an open brace                 | struct s { int x;                               | expected '}'",
                "an open string                | #define S \"abc~int one(int x);                 | int one(int x);",
                "int is a macro                | #define int long~int one(int x);                | one(long x);",
                "struct is a macro             | #define struct union~struct s { int x; };       | union s {",
                "const is a macro              | #define const~int one(const char *x);           | int one(char *x);",
                "a macro of itself             | #define A B~#define B A~int one(int x);         | int one(int x);",
                "a macro that declares         | #define A int two(int x);~int one(int x);       | int one(int x);",
                "a macro that ends all         | #define A } ) ]~int one(int x);                 | int one(int x);",
                "a macro with a comment's end  | #define A \"*/\"~int one(int x);                | A;",
                "another name for the lines    | #line 7 \"nowhere.y\"~int one(int x);           | ?",
                "it includes itself            | #include \"a.h\"~int one(int x);                | #include nested too deeply",
                "it is guarded by pragma       | #pragma once~#include \"a.h\"~int one(int x);   | int one(int x);",
                "old style                     | int one();                                      | ?",
                "a bitfield of no width        | struct s { int a : 3; int : 0; int b : 2; };    | int b : 2;",
                "an enum of eight bytes        | enum e { A = 1LL << 40 };                       | A = 1099511627776",
                "a name of Java                | int class(int final);                           | int class(int final);",
                "a name of Java's own          | int hashCode(void);~struct Object { int x; };   | int hashCode(void);",
                "a name with a dollar          | int one$two(int x);                             | int one$two(int x);",
                "a name in Greek               | int μέγεθος(int x);                             | int μέγεθος(int x);",
                "a vector                      | typedef int v __attribute__((vector_size(16)));~v f(v x);~int one(int x); | int one(int x);",
                "a block of Apple              | int one(int x);~_Static_assert(1, \"x\");       | int one(int x);",
                "types of 128 bits             | __int128 big(__int128 x);~int one(int x);       | int one(int x);",
                "an array of arrays            | extern int a[2][3];                             | int a[2][3];",
                "a struct in a struct in ...   | struct a { struct { union { int x; } u; } s; }; | int x;",
                "a function of a function      | void (*one(int a, void (*b)(int c)))(int d);    | ?",
                "an inline function with junk  | static inline int one(int x) { return ({ int y = x; y; }); } | int one(int x);",
                "a name twice                  | int one(int x);~int one(int x);~extern int one(int); | int one(int x);",
                "a function and its macro      | int one(int x);~#define one(x) one(x)           | int one(int x);",
                "an attribute everywhere       | __attribute__((const)) int one(__attribute__((unused)) int x) __attribute__((pure)); | int one(int x);",
                "packed                        | #pragma pack(push, 1)~struct s { char a; int b; };~#pragma pack(pop) | int b;",
            })
    void isImportedOrExplained(String what, String header, String expected) throws Exception {
        SmallModule module =
                SmallModule.of(folder, TestZig.HOST).file("c/include/a.h", header.replace('~', '\n') + "\n");
        try {
            ImportResult result = run(module);
            if (!expected.equals("?")) {
                assertThat(text()).contains(expected);
            }
            assertThat(result.summary()).isNotEmpty();
            new BindingGenerator(module.project()).generate();
        } catch (ImportException e) {
            assertThat(e).hasMessageContaining("fix: ");
            if (!expected.equals("?")) {
                assertThat(e).hasMessageContaining(expected);
            }
        }
    }

    @Test
    void bytesThatAreNoText() throws Exception {
        SmallModule module = SmallModule.of(folder, TestZig.HOST).file("c/include/a.h", "");
        Files.write(
                folder.resolve("c/include/a.h"),
                "/** Gr\u00fc\u00dfe */\r\nint one(int x);\r\n".getBytes(StandardCharsets.ISO_8859_1));
        run(module);
        assertThat(text()).contains("/** Gr\u00fc\u00dfe */\nint one(int x);\n");
    }

    @Test
    void aHundredThousandMacros() throws Exception {
        String header = IntStream.range(0, 100_000)
                .mapToObj(i -> "#define MACRO_" + i + " " + i + "\n")
                .collect(Collectors.joining());
        SmallModule module = SmallModule.of(folder, TestZig.HOST).file("c/include/a.h", header);
        try {
            run(module);
            assertThat(text()).contains("#define MACRO_99999 ...\n");
        } catch (ImportException e) {
            assertThat(e).hasMessageContaining("constants").hasMessageContaining("fix: ");
        }
    }

    @Test
    void moreThanAClassHolds() throws Exception {
        String header = IntStream.range(0, 2_001)
                .mapToObj(i -> "void take" + i + "(int (*callback" + i + ")(int));\n")
                .collect(Collectors.joining());
        SmallModule module = SmallModule.of(folder, TestZig.HOST).file("c/include/a.h", header);

        assertThatThrownBy(() -> run(module))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("this is type of function pointers number 2,001; a Java class holds 2,000")
                .hasMessageContaining("fix: import less of the header");
    }

    private static ImportResult run(SmallModule module) throws Exception {
        return new HeaderImporter(module.project())
                .run(new ImportRequest(
                        Optional.of("org/example/Imported"), ImportRequest.Changes.ofHeaders("a.h"), false, List.of()))
                .get(0);
    }

    private String text() throws Exception {
        return Files.readString(folder.resolve("ffi/org/example/Imported.cdef"));
    }
}
