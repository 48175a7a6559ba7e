package io.github.cffi4j.compiler.nativebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.compiler.compile.CompileOptions;
import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.compiler.compile.StaticLibrary;
import io.github.cffi4j.compiler.compile.Toolchain;
import io.github.cffi4j.compiler.compile.UnitCompiler;
import io.github.cffi4j.compiler.fetch.UserCache;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.compiler.process.SearchPath;
import io.github.cffi4j.compiler.project.TestZig;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.compiler.trace.Trace;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Small libraries, built by shell commands with the real zig. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "native builds need a POSIX shell")
class NativeBuilderTest {
    private static final String INSTALL = """
            $CC -O2 -c *.c
            $AR rc lib%1$s.a *.o
            mkdir -p "$DESTDIR$PREFIX/lib/pkgconfig" "$DESTDIR$PREFIX/include"
            cp lib%1$s.a "$DESTDIR$PREFIX/lib"
            cp *.h "$DESTDIR$PREFIX/include"
            mkdir "$DESTDIR$PREFIX/include/%1$s"
            printf 'prefix=%%s\\nName: %1$s\\nVersion: 1\\nDescription: x\\nLibs: -L${prefix}/lib -l%1$s\\nCflags: -I${prefix}/include -I${prefix}/include/%1$s\\n' \\
                "$PREFIX" > "$DESTDIR$PREFIX/lib/pkgconfig/%1$s.pc"
            """;

    @TempDir
    Path folder;

    private String cache = "cache";

    private final List<String> progress = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void sources() throws Exception {
        write("one/one.c", "#include \"one.h\"\nint one(void) { return 1; }\n");
        write("one/one.h", "int one(void);\n");
        write("two/two.c", "#include <one.h>\nint two(void) { return one() + one(); }\n");
        write("two/two.h", "int two(void);\n");
    }

    @Test
    void buildsForEachPlatformWithWhatEarlierBuildsInstalled() throws Exception {
        NativeBuild one = command("one", String.format(Locale.ROOT, INSTALL, "one"));
        NativeBuild two = command("two", "CC=\"$CC $CPPFLAGS\"\n" + String.format(Locale.ROOT, INSTALL, "two"));

        Map<Platform, CompilerSettings> settings =
                build(List.of(one, two), Platform.LINUX_AARCH_64, Platform.OSX_AARCH_64);

        for (Platform platform : List.of(Platform.LINUX_AARCH_64, Platform.OSX_AARCH_64)) {
            CompilerSettings own = settings.get(platform);
            assertThat(own.includes())
                    .allMatch(Files::isDirectory)
                    .extracting(include -> include.getFileName().toString())
                    .containsExactly("include", "two", "include", "one");
            assertThat(own.linkerFlags()).hasSize(2);
            assertThat(own.linkerFlags().get(0)).endsWith("/lib/libtwo.a").contains("/two-" + platform.classifier());
            assertThat(own.linkerFlags().get(1)).endsWith("/lib/libone.a");
            for (String library : own.linkerFlags()) {
                assertThat(StaticLibrary.mismatch(Path.of(library), platform)).isEmpty();
            }
            Path pc = Path.of(own.linkerFlags().get(1)).resolveSibling("pkgconfig/one.pc");
            assertThat(pc).content().startsWith("prefix=${pcfiledir}/../..\n");
        }
        assertThat(progress)
                .contains("  linux-aarch_64        one: command")
                .anyMatch(line -> line.startsWith("  osx-aarch_64          two: done in "));
        assertThat(folder.resolve("one")).isDirectoryNotContaining("glob:**.o");

        progress.clear();
        assertThat(build(List.of(one, two), Platform.LINUX_AARCH_64, Platform.OSX_AARCH_64))
                .isEqualTo(settings);
        assertThat(progress).isEmpty();
    }

    @Test
    void buildsAgainWhatChangedAndWhatWasLeftIncomplete() throws Exception {
        NativeBuild one = command("one", String.format(Locale.ROOT, INSTALL, "one"));
        Path before = prefix(build(List.of(one), Platform.LINUX_AARCH_64));

        write("one/one.c", "int one(void) { return 11; }\n");
        Path changed = prefix(build(List.of(one), Platform.LINUX_AARCH_64));
        assertThat(changed).isNotEqualTo(before);
        assertThat(progress).anyMatch(line -> line.matches(" {2}linux-aarch_64 +one: command, \\d+ s the last time"));

        Files.delete(changed.resolve(".cffi4j/key"));
        Files.delete(changed.resolve("lib/libone.a"));
        progress.clear();
        assertThat(prefix(build(List.of(one), Platform.LINUX_AARCH_64))).isEqualTo(changed);
        assertThat(changed.resolve("lib/libone.a")).exists();
        assertThat(progress).hasSize(2);
    }

    @Test
    void takesFilesThatNothingInstalls() throws Exception {
        NativeBuild build = new NativeBuild(
                "one",
                NativeSource.of(folder.resolve("one")),
                new CommandRecipe("", "$CC \"$@\" -c one.c && $AR rc libone.a one.o", List.of("-O1")),
                List.of(new PlatformOptions("osx-*", List.of("-DEXTRA"))),
                List.of("one"),
                List.of("*.a", "*.h"));

        Path prefix = prefix(build(List.of(build), Platform.OSX_AARCH_64));

        assertThat(prefix.resolve("include/one.h")).exists();
        assertThat(prefix.resolve("lib/libone.a")).exists();
        assertThat(build.recipe("osx-aarch_64").options()).containsExactly("-O1", "-DEXTRA");
        assertThat(build.recipe("linux-aarch_64").options()).containsExactly("-O1");
    }

    @Test
    void showsTheFirstErrorAndNamesTheLog() throws Exception {
        write("one/one.c", "int one(void) { return nothing; }\n");

        assertThatThrownBy(() ->
                        build(List.of(command("one", "echo first; $CC -c one.c; echo never")), Platform.LINUX_AARCH_64))
                .isInstanceOf(NativeBuildException.class)
                .message()
                .startsWith("<nativeBuild> one for linux-aarch_64: building failed\n"
                        + "    one.c:1:24: error: use of undeclared identifier 'nothing'\n")
                .endsWith("\n  log: " + folder.resolve("logs/linux-aarch_64/one.log"));
        assertThat(folder.resolve("logs/linux-aarch_64/one.log"))
                .content()
                .contains("\nfirst\n")
                .doesNotContain("\nnever");
    }

    @Test
    void refusesALibraryOfAnotherPlatform() throws Exception {
        NativeBuild one = command("one", String.format(Locale.ROOT, INSTALL, "one"));
        Path other = prefix(build(List.of(one), Platform.LINUX_AARCH_64)).resolve("lib/libone.a");
        NativeBuild wrong =
                command("one", "mkdir -p \"$DESTDIR$PREFIX/lib\"; cp '" + other + "' \"$DESTDIR$PREFIX/lib\"");

        assertThatThrownBy(() -> build(List.of(wrong), Platform.OSX_AARCH_64))
                .isInstanceOf(NativeBuildException.class)
                .hasMessageContainingAll(
                        "<nativeBuild> one for osx-aarch_64: libone.a is not for this platform: it has objects for ELF 183",
                        "fix: the build calls another compiler than it is told");
        assertThatThrownBy(() -> build(List.of(command("one", "true")), Platform.OSX_AARCH_64))
                .hasMessageContaining("it installed no static library below /usr/local")
                .hasMessageContaining("fix: switch on its static library by an option, or take files of its folder");
    }

    @Test
    void saysThatAHeaderOfTheHostSneaksIn() throws Exception {
        NativeBuild sneaking =
                command("one", "CC=\"$CC -I/usr/include/libpng16\"\n" + String.format(Locale.ROOT, INSTALL, "one"));

        assertThatThrownBy(() -> build(List.of(sneaking), Platform.LINUX_AARCH_64))
                .isInstanceOf(NativeBuildException.class)
                .message()
                .startsWith("<nativeBuild> one for linux-aarch_64: building failed\n"
                        + "    cc: error: '-I/usr/include/libpng16' is of this machine, and this compiles for linux-aarch_64\n"
                        + "    cc: note: switch off by an option what looks there; or build that library before, as a"
                        + " <nativeBuild> of its own")
                .endsWith("\n  log: " + folder.resolve("logs/linux-aarch_64/one.log"));
    }

    @Test
    void saysWhichOptionIsUnknown() throws Exception {
        NativeBuild one = command(
                "one",
                "echo 'configure: WARNING: unrecognized options: --disable-test, --with-pic'\n"
                        + String.format(Locale.ROOT, INSTALL, "one"),
                "--disable-test",
                "--disable-tools");
        NativeBuild two = command(
                "two",
                """
                printf '  Manually-specified variables were not used by the project:\\n\\n    USE_HTTP\\n    CMAKE_INSTALL_LIBDIR\\n\\n\\nx\\n'
                """ + "CC=\"$CC $CPPFLAGS\"\n" + String.format(Locale.ROOT, INSTALL, "two"),
                "USE_HTTP=OFF",
                "USE_SSH:BOOL=OFF");

        build(List.of(one, two), Platform.LINUX_AARCH_64);

        assertThat(progress)
                .contains(
                        "  linux-aarch_64        one: warning: its sources know no option --disable-test, and ignore it;"
                                + " fix: correct it, or move it to the <platformOptions> that need it")
                .anyMatch(line -> line.contains("two: warning: its sources know no option USE_HTTP, and"));
    }

    @Test
    void saysThatMakefilesTakeNoBlanks() {
        cache = "a cache";

        assertThatThrownBy(() -> build(List.of(command("one", "true")), Platform.LINUX_AARCH_64))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageContainingAll(
                        "the compilers are in " + folder.resolve("a cache/native/toolchains/linux-aarch_64-"),
                        "makefiles cannot call what has a blank in its path",
                        "-Dffi.cache.dir=<folder>");
    }

    @Test
    void seesFewVariablesOfThisMachine() {
        assertThat(List.of("PATH", "HOME", "https_proxy", "PYTHONPATH", "CCACHE_DIR"))
                .allMatch(BuildEnvironment::inherits);
        assertThat(List.of(
                        "CPATH",
                        "LIBRARY_PATH",
                        "CFLAGS",
                        "LDLIBS",
                        "DEBUG",
                        "OS",
                        "CMAKE_INSTALL_MODE",
                        "CMAKE_PREFIX_PATH",
                        "ZLIB_ROOT",
                        "ac_cv_func_malloc",
                        "PKG_CONFIG_PATH",
                        "CCC_OVERRIDE_OPTIONS",
                        "ZIG_LIBC",
                        "MAKEFLAGS"))
                .noneMatch(BuildEnvironment::inherits);
    }

    @Test
    void saysWhichProgramIsMissing() {
        HostTools none = new HostTools(new SearchPath(List.of()));

        assertThatThrownBy(() -> none.require("cmake", "a <cmake> build"))
                .isInstanceOf(WrongSettingException.class)
                .hasMessage(
                        "there is no cmake on the PATH, and a <cmake> build needs it\n"
                                + "  fix: install CMake 3.20 or later: apt install cmake, brew install cmake, or pip install cmake");
    }

    private static Path prefix(Map<Platform, CompilerSettings> settings) {
        return settings.values().iterator().next().includes().get(0).getParent();
    }

    private NativeBuild command(String name, String text, String... options) {
        return new NativeBuild(
                name,
                NativeSource.of(folder.resolve(name)),
                new CommandRecipe("", text, List.of(options)),
                List.of(),
                List.of(),
                List.of());
    }

    private Map<Platform, CompilerSettings> build(List<NativeBuild> builds, Platform... platforms) throws Exception {
        Toolchain toolchain = new Toolchain(
                TestZig.get(),
                new UserCache(folder.resolve(cache)),
                CompileOptions.usual(),
                ProcessRunner.system(),
                progress::add,
                new Trace());
        try (UnitCompiler compiler = new UnitCompiler(toolchain)) {
            return new NativeBuilder(compiler, folder.resolve("logs"), 2).build(builds, List.of(platforms));
        }
    }

    private void write(String name, String text) throws Exception {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }
}
