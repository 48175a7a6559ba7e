package io.github.cffi4j.compiler.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.compiler.compile.CompileUnit;
import io.github.cffi4j.compiler.compile.CompiledUnit;
import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.compiler.compile.LinkMode;
import io.github.cffi4j.compiler.compile.Linker;
import io.github.cffi4j.compiler.compile.SourceLanguage;
import io.github.cffi4j.compiler.compile.Toolchain;
import io.github.cffi4j.compiler.compile.UnitCompiler;
import io.github.cffi4j.compiler.fetch.Progress;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.compiler.trace.Trace;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What ordinary C needs is in a lean link, on every platform, with the real zig. */
@Tag("thorough")
class LeanLinkTest {
    private static final String EVERYWHERE = """
            #include <math.h>
            #include <stdio.h>
            #include <string.h>
            __attribute__((visibility("default"))) float touch(char *out, float x, int *exponent) {
                char large[1 << 16];
                memset(large, (int) x, sizeof large);
                snprintf(out, 20, "%g %d", x, large[*exponent]);
                sscanf(out, "%d", exponent);
                return hypotf(x, sinf(x)) + frexpf(x, exponent) + ldexpf(x, *exponent);
            }
            """;
    private static final String WINDOWS = """
            #include <winsock2.h>
            #include <ws2tcpip.h>
            #include <windows.h>
            __declspec(dllexport) const char *problem(int code) { return gai_strerror(code); }
            __declspec(dllexport) void forget(void *secret, size_t size) { SecureZeroMemory(secret, size); }
            static __thread int last;
            __declspec(dllexport) int next(void) { return ++last; }
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void holdsWhatOrdinaryCodeNeeds(Platform platform) throws Exception {
        Path source = Files.writeString(
                folder.resolve("ordinary.c"),
                platform.os() == OperatingSystem.WINDOWS ? EVERYWHERE + WINDOWS : EVERYWHERE);
        UnitCompiler compiler = new UnitCompiler(new Toolchain(
                TestZig.get(), TestZig.CACHE, TestZig.ALONE, ProcessRunner.system(), Progress.silent(), new Trace()));
        Path object = folder.resolve("ordinary.o");
        CompileUnit unit = new CompileUnit(platform, CompilerSettings.none(), folder, source, object);
        assertThat(compiler.compile(unit)).isInstanceOf(CompiledUnit.Compiled.class);
        Linker linker = new Linker(compiler);

        assertThat(linker.link(
                                platform,
                                SourceLanguage.C,
                                CompilerSettings.none(),
                                List.of(object),
                                folder.resolve(platform.libraryFileName("ordinary")))
                        .mode())
                .isEqualTo(LinkMode.LEAN);
    }
}
