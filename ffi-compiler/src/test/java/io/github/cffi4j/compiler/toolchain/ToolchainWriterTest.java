package io.github.cffi4j.compiler.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.compiler.compile.CompileOptions;
import io.github.cffi4j.compiler.compile.Toolchain;
import io.github.cffi4j.compiler.compile.UnitCompiler;
import io.github.cffi4j.compiler.fetch.Progress;
import io.github.cffi4j.compiler.process.Command;
import io.github.cffi4j.compiler.process.ProcessResult;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.compiler.project.TestZig;
import io.github.cffi4j.compiler.trace.Trace;
import io.github.cffi4j.platform.Platform;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The toolchains as build systems call them, with the real zig. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its programs are scripts of a POSIX shell")
class ToolchainWriterTest {
    @TempDir
    Path folder;

    /** Configure, CMake and Meson ask this hundreds of times: the answer is true, and takes no run time of zig's. */
    @ParameterizedTest
    @EnumSource(names = {"LINUX_AARCH_64", "LINUX_X86_64_MUSL", "OSX_AARCH_64", "WINDOWS_X86_64"})
    void asksTheLinkerWhatIsThere(Platform platform) throws Exception {
        CrossToolchain toolchain = toolchain(platform);
        source("conftest.c", "#include <stdlib.h>\nint main(void) { return abs(0); }\n");
        source("missing/conftest.c", "int nosuch(void); int main(void) { return nosuch(); }\n");

        assertThat(cc(toolchain, "conftest.c", "-o", "conftest", "-lm").exitCode())
                .isZero();
        assertThat(folder.resolve("conftest")).isNotEmptyFile();
        // CMake asks the linker's version in the same breath.
        assertThat(cc(toolchain, "-v", "-Wl,-v", "conftest.c", "-o", "cmTC_123").exitCode())
                .isZero();
        assertThat(folder.resolve("cmTC_123")).isNotEmptyFile();
        ProcessResult missing = cc(toolchain, "missing/conftest.c", "-o", "missing/conftest");
        assertThat(missing.exitCode()).isNotZero();
        assertThat(missing.stderr()).containsPattern("undefined symbol: _?nosuch");
    }

    @Test
    void findsNothingOfThisMachine() throws Exception {
        CrossToolchain toolchain = toolchain(Platform.LINUX_AARCH_64);
        source("host/include/of_the_host.h", "int of_the_host;\n");
        source("a.c", "#include <of_the_host.h>\n");

        ProcessResult result = ProcessRunner.system()
                .run(command(toolchain, "-c", "a.c")
                        .with("CPATH", folder.resolve("host/include").toString())
                        .with("C_INCLUDE_PATH", folder.resolve("host/include").toString()));

        assertThat(result.exitCode()).isNotZero();
        assertThat(result.stderr()).contains("a.c:1:10: fatal error: 'of_the_host.h' file not found");
    }

    /** A build that looks where this machine keeps its libraries is told so, and not given another processor's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-I/usr/include/libpng16",
                "-isystem /usr/include/glib-2.0",
                "-idirafter /opt/homebrew/include",
                "-L/usr/lib/x86_64-linux-gnu",
                "/usr/lib/x86_64-linux-gnu/libz.a"
            })
    void refusesWhatIsOfThisMachine(String argument) throws Exception {
        source("a.c", "int a;\n");
        List<String> line = new ArrayList<>(List.of("a.c", "-c", "-o", "a.o"));
        line.addAll(List.of(argument.split(" ")));

        ProcessResult result = cc(toolchain(Platform.LINUX_AARCH_64), line.toArray(String[]::new));

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.stderr())
                .startsWith("cc: error: '" + argument.replace(" ", "").replace("-isystem", "-I")
                        + "' is of this machine, and this compiles for linux-aarch_64\n")
                .contains("as a <nativeBuild> of its own");
        assertThat(folder.resolve("a.o")).doesNotExist();
    }

    /** Makefiles say them for what they will install, and for the host's they are what gcc searches in any case. */
    @Test
    void passesOverTheUsualFolders() throws Exception {
        source("a.c", "#include <zlib.h>\n");

        ProcessResult result = cc(
                toolchain(Platform.LINUX_AARCH_64),
                "-I/usr/include",
                "-I",
                "/usr/local/include",
                "-c",
                "a.c",
                "-o",
                "a.o");

        assertThat(result.stderr()).contains("fatal error: 'zlib.h' file not found");
    }

    /** A library's version script names what it lacks on some platforms. */
    @Test
    void takesAVersionScriptThatNamesWhatIsAbsent() throws Exception {
        source("a.c", "int a(void) { return 1; }\n");
        source("a.map", "V1 { global: a; absent; local: *; };\n");

        ProcessResult result =
                cc(toolchain(Platform.LINUX_AARCH_64), "-shared", "-Wl,--version-script=a.map", "a.c", "-o", "liba.so");

        assertThat(result.succeeded()).as(result.stderr()).isTrue();
    }

    /** libtool would ask the linker of this machine, or look for Microsoft's. */
    @Test
    void tellsLibtoolWhoseOptionsTheLinkerTakes() throws Exception {
        assertThat(site(Platform.WINDOWS_AARCH_64)).contains("lt_cv_prog_gnu_ld=${lt_cv_prog_gnu_ld=yes}\n");
        assertThat(site(Platform.OSX_X86_64)).contains("lt_cv_prog_gnu_ld=${lt_cv_prog_gnu_ld=no}\n");
        assertThat(site(Platform.LINUX_X86_64)).contains("lt_cv_prog_gnu_ld=${lt_cv_prog_gnu_ld=yes}\n");
    }

    private String site(Platform platform) throws Exception {
        return Files.readString(toolchain(platform).folder().resolve("config.site"));
    }

    /** zig searches its own headers before those behind -isystem; gcc and clang do the reverse. */
    @Test
    void aLibrarysOwnHeaderComesBeforeThatOfTheSystem() throws Exception {
        source("own/regex.h", "int own_regex;\n");
        source("a.c", "#include <regex.h>\nint *p = &own_regex;\n");

        assertThat(cc(toolchain(Platform.LINUX_AARCH_64), "-isystem", "own", "-c", "a.c", "-o", "a.o")
                        .stderr())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"LINUX_AARCH_64", "OSX_AARCH_64", "WINDOWS_AARCH_64"})
    void buildsALibraryAsBuildSystemsAskForIt(Platform platform) throws Exception {
        CrossToolchain toolchain = toolchain(platform);
        source("it's a source.c", "#include <stdio.h>\nint f(double x) { return printf(\"%zu %g\", sizeof x, x); }\n");

        ProcessResult compiled = cc(
                toolchain,
                "-g",
                "-O2",
                "-DTEXT=\"a 'text'\"",
                "-march=native",
                "-fPIE",
                "-MD",
                "-MF",
                "deps",
                "-c",
                "it's a source.c");
        assertThat(compiled.succeeded()).as(compiled.stderr()).isTrue();
        Path object = folder.resolve("it's a source.o");
        assertThat(object).isNotEmptyFile();
        assertThat(new String(Files.readAllBytes(object), StandardCharsets.ISO_8859_1))
                .doesNotContain(folder.toString());

        List<String> link = new ArrayList<>(List.of("-shared", "-o", "library", "it's a source.o", "-lm"));
        link.add(
                switch (platform.os()) {
                    case LINUX, FREEBSD -> "-Wl,-Bsymbolic-functions,-Map,map.txt,-z,nodlopen,-h,libx.so.1";
                    case OSX -> "-Wl,-single_module,-install_name,/build/libx.dylib,-bind_at_load";
                    case WINDOWS -> "-Wl,--kill-at,--output-def,x.def,--enable-auto-import";
                });
        ProcessResult linked = cc(toolchain, link.toArray(String[]::new));

        assertThat(linked.succeeded()).as(linked.stderr()).isTrue();
        String library = new String(Files.readAllBytes(folder.resolve("library")), StandardCharsets.ISO_8859_1);
        switch (platform.os()) {
            case LINUX, FREEBSD -> assertThat(library).startsWith("\u007fELF").contains("libx.so.1");
            case OSX -> assertThat(library).contains("@rpath/libx.dylib").doesNotContain("/build/");
            case WINDOWS -> assertThat(library).startsWith("MZ");
        }
        assertThat(folder.resolve("map.txt")).doesNotExist();
    }

    /** zig would write a.obj, and knows one output of several sources only. */
    @Test
    void namesObjectsAsMakefilesExpect() throws Exception {
        source("src/a.c", "int a;\n");
        source("src/b.c", "int b;\n");

        assertThat(cc(toolchain(Platform.WINDOWS_X86_64), "-c", "src/a.c", "src/b.c")
                        .stderr())
                .isEmpty();
        assertThat(folder.resolve("a.o")).isNotEmptyFile();
        assertThat(folder.resolve("b.o")).isNotEmptyFile();
    }

    /** Many libraries print when they were compiled. The time is the same for all, so that the bytes are. */
    @Test
    void compilesWhatNamesItsTime() throws Exception {
        source("a.c", "const char *when = __DATE__ __TIME__;\n");

        ProcessResult result = ProcessRunner.system()
                .run(command(toolchain(Platform.LINUX_AARCH_64), "-Wall", "-E", "a.c")
                        .inheriting(name -> !name.equals("SOURCE_DATE_EPOCH")));

        assertThat(result.stderr()).isEmpty();
        assertThat(result.stdout()).contains("\"Jan  1 1970\" \"00:00:00\"");
    }

    @Test
    @Tag("demanding")
    void compilesResources() throws Exception {
        CrossToolchain toolchain = toolchain(Platform.WINDOWS_X86_64);
        source("x.rc", "1 VERSIONINFO\nFILEVERSION 1,2,3,4\nBEGIN\nEND\n");
        String windres = toolchain.variables().get("WINDRES");

        assertThat(ProcessRunner.system().run(Command.of(windres, "--version")).stdout())
                .startsWith("GNU windres");
        ProcessResult compiled = ProcessRunner.system()
                .run(Command.of(windres, "-DX=\"quoted\"", "-O", "coff", "x.rc", "x.o")
                        .in(folder));

        assertThat(compiled.succeeded()).as(compiled.stderr()).isTrue();
        assertThat(folder.resolve("x.o")).isNotEmptyFile();
    }

    /** Meson configures nothing with a linker that it does not know. */
    @ParameterizedTest
    @CsvSource({
        "LINUX_AARCH_64, LLD \\d+\\.\\d+.* \\(compatible with GNU linkers\\), ''",
        "WINDOWS_X86_64, LLD \\d+\\.\\d+.* \\(compatible with GNU linkers\\), ''",
        "OSX_AARCH_64, LLD \\d+\\.\\d+\\S*, ld64.lld"
    })
    void namesALinkerThatMesonKnows(Platform platform, String out, String error) throws Exception {
        for (String question : List.of("-Wl,--version", "-Wl,-v")) {
            ProcessResult result = cc(toolchain(platform), question);

            assertThat(result.exitCode()).isZero();
            assertThat(result.stdout().strip()).matches(out);
            assertThat(result.stderr().strip()).isEqualTo(error);
        }
    }

    /** Meson takes the compiler's macros from an empty standard input, with the language and without. */
    @Test
    void readsTheStandardInput() throws Exception {
        CrossToolchain toolchain = toolchain(Platform.LINUX_X86_64);

        assertThat(cc(toolchain, "-cpp", "-x", "c", "-E", "-dM", "-").stdout()).contains("#define __x86_64__ 1");
        assertThat(cc(toolchain, "-E", "-dM", "-").stdout()).contains("#define __x86_64__ 1");
    }

    @Test
    void answersQuestions() throws Exception {
        CrossToolchain toolchain = toolchain(Platform.OSX_AARCH_64);

        assertThat(cc(toolchain, "--version").stdout()).startsWith("clang version ");
        assertThat(toolchain.triple()).isEqualTo("aarch64-apple-darwin20");
        assertThat(toolchain.cmakeFile()).content().contains("set(CMAKE_SYSTEM_NAME Darwin)");
        assertThat(toolchain.mesonFile()).content().contains("cpu_family = 'aarch64'");
        assertThat(toolchain.shellFile()).content().doesNotContain("@");
    }

    private CrossToolchain toolchain(Platform platform) throws Exception {
        try (UnitCompiler compiler = new UnitCompiler(new Toolchain(
                TestZig.get(),
                TestZig.CACHE,
                CompileOptions.usual(),
                ProcessRunner.system(),
                Progress.silent(),
                new Trace()))) {
            return new ToolchainWriter(compiler).writeTo(platform, folder.resolve("a toolchain"));
        }
    }

    private void source(String name, String text) throws Exception {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    private ProcessResult cc(CrossToolchain toolchain, String... arguments) throws Exception {
        return ProcessRunner.system().run(command(toolchain, arguments));
    }

    private Command command(CrossToolchain toolchain, String... arguments) {
        List<String> line = new ArrayList<>(List.of(toolchain.variables().get("CC")));
        line.addAll(List.of(arguments));
        return Command.of(line).in(folder);
    }
}
