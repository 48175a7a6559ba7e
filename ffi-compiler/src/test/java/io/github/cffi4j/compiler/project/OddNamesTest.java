package io.github.cffi4j.compiler.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.compiler.fetch.Sha256;
import io.github.cffi4j.compiler.fetch.UserCache;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders with names that compilers, linkers and make take for more, and command lines longer than systems take (fault 26). */
@EnabledOnOs(OS.LINUX)
class OddNamesTest {
    @TempDir
    private static Path folder;

    private static Sha256 plain;

    /** The library is also the same as in any other folder. */
    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "feature%2Flogin",
                "a b",
                "a#b",
                "#a",
                "a!b",
                "a@b",
                "@a",
                "a=b",
                "a,b",
                "a'b",
                "a\"b",
                "a\\b",
                "a\\ b",
                "a$b",
                "a&b;c",
                "(a)[b]{c}",
                "~a",
                "-a",
                "a\tb",
                "\u00e4\u6f22\u3000\ud83d\ude00",
                "a:b",
                "*?",
                "a%"
            })
    void build(String name) throws Exception {
        assertThat(hash(folder.resolve(name))).isEqualTo(plain());
    }

    /** Linkers for the other formats are other programs. */
    @ParameterizedTest
    @ValueSource(strings = {"feature%2Flogin", "a b,c", "a'b\"c"})
    void linkForOtherSystems(String name) throws Exception {
        List<BuiltLibrary> built = module(
                        folder.resolve(name + " others"), Platform.OSX_AARCH_64, Platform.WINDOWS_X86_64)
                .build();
        assertThat(built).hasSize(2);
    }

    /** The user's cache: zig's own files, archives made of them, and the overlay of Windows' headers are there. */
    @Tag("thorough")
    @Test
    void aCacheMayHaveSuchAName() throws Exception {
        SmallModule module = module(
                        folder.resolve("cached"), Platform.LINUX_X86_64, Platform.OSX_AARCH_64, Platform.WINDOWS_X86_64)
                .file("c/win.c", "#ifdef _WIN32\n#include <Windows.h>\n#endif\nint x;");
        UserCache odd = new UserCache(folder.resolve("a b'c,d=e@f\u6f22"));
        assertThat(module.in(odd).build()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cache%2F1", "a:b", "a\\b"})
    void aCacheThatZigCannotUseIsRefused(String name) throws Exception {
        UserCache impossible = new UserCache(folder.resolve(name));
        assertThatThrownBy(() -> module(folder.resolve("uncached"), TestZig.HOST)
                        .in(impossible)
                        .build())
                .isInstanceOf(WrongSettingException.class)
                .hasMessageStartingWith("the cache folder " + impossible.root() + " has a '")
                .hasMessageEndingWith("choose another one by -Dffi.cache.dir");
    }

    private static synchronized Sha256 plain() throws Exception {
        if (plain == null) {
            plain = hash(folder.resolve("plain"));
        }
        return plain;
    }

    private static Sha256 hash(Path base) throws Exception {
        return module(base, TestZig.HOST).build().get(0).library().sha256();
    }

    private static SmallModule module(Path base, Platform... platforms) throws Exception {
        return SmallModule.of(base, platforms)
                .file("ffi/org/example/Geo.cdef", "int area(int a, int b);")
                .file("ffi/org/example/Geo.c", "#include <geo.h>\n#include \"beside.h\"")
                .file("ffi/org/example/beside.h", "")
                .file("c/include/geo.h", "int area(int a, int b);")
                .file("c/my area.c", "#include \"geo.h\"\nint area(int a, int b) { return a * b; }");
    }

    /** Each define is compared by the compiler with what it should be; together they are 40,000 characters. */
    @Test
    void longLinesReachCompilerAndLinkerAsTheyAre() throws Exception {
        List<String> values = List.of("two words", "#", "a\\\\b", "\\\"", "'", "\\\\", "\u6f22", "$x %y @z", "");
        List<String> defines = new ArrayList<>();
        StringBuilder source = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            defines.add("VALUE_" + i + "=\"" + values.get(i) + "\"");
            source.append("_Static_assert(!__builtin_strcmp(VALUE_" + i + ", \"" + values.get(i) + "\"), \"\");\n");
        }
        IntStream.range(0, 2000).forEach(i -> defines.add("SOME_LONG_NAME_" + i + "=1"));
        List<String> linkerFlags = IntStream.range(0, 1500)
                .mapToObj(i -> "-L" + folder.resolve("no folder " + i))
                .toList();
        SmallModule small = SmallModule.of(folder.resolve("it's long"), TestZig.HOST)
                .with(new CompilerSettings(List.of(), defines, List.of(), linkerFlags, List.of()))
                .file("ffi/T.cdef", "int one(void);")
                .file("ffi/T.c", source + "int one(void);")
                .file("c/one.c", source + "int one(void) { return 1; }");
        assertThat(small.build()).hasSize(1);
    }

    /** Names with all that readers of response files take for more, in lines that are too long. The libraries are the same. */
    @Tag("thorough")
    @Test
    void longLinesInOddFolders() throws Exception {
        List<Sha256> plain = longLines("plain");
        for (String name : List.of("a'b", "it's a\\b\"c #d e $f \u00e4\u6f22", "o'b'c", "a%b'c", "a\\")) {
            assertThat(longLines(name)).as(name).isEqualTo(plain);
        }
    }

    private static List<Sha256> longLines(String name) throws Exception {
        Path base = folder.resolve("long").resolve(name);
        List<Path> includes = IntStream.range(0, 300)
                .mapToObj(i -> base.resolve("an include folder " + i))
                .toList();
        List<String> linkerFlags = IntStream.range(0, 700)
                .mapToObj(i -> "-L" + base.resolve("a library folder that has a long name " + i))
                .toList();
        SmallModule small = SmallModule.of(base, Platform.LINUX_X86_64, Platform.OSX_AARCH_64, Platform.WINDOWS_X86_64)
                .with(new CompilerSettings(includes, List.of(), List.of(), linkerFlags, List.of()))
                .file("ffi/T.cdef", "int one(void);")
                .file("ffi/T.c", "int one(void);")
                .file("an include folder 299/two.h", "#define TWO 2")
                .file("c/it's far.c", "int far(void) { return 3; }")
                .file("c/one.c", "#include <two.h>\nint far(void);\nint one(void) { return far() - TWO; }");
        return small.build().stream().map(built -> built.library().sha256()).toList();
    }
}
