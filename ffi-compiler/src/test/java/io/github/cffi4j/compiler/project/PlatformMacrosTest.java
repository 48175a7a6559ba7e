package io.github.cffi4j.compiler.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.compiler.compile.CompileUnit;
import io.github.cffi4j.compiler.compile.CompiledUnit;
import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.compiler.compile.Toolchain;
import io.github.cffi4j.compiler.compile.UnitCompiler;
import io.github.cffi4j.compiler.emit.SupportHeaders;
import io.github.cffi4j.compiler.fetch.Progress;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.compiler.text.Text;
import io.github.cffi4j.compiler.trace.Trace;
import io.github.cffi4j.platform.Platform;
import io.github.cffi4j.platform.PredefinedMacros;
import io.github.cffi4j.platform.Tier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the table of macros and the glue's header say of each platform, asked of its compiler. */
@Tag("thorough")
class PlatformMacrosTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void areWhatTheCompilerDefines(Platform platform) throws Exception {
        StringBuilder text = new StringBuilder("#include \"ffi_after_preamble.h\"\n");
        Map<String, Long> macros = PredefinedMacros.of(platform);
        for (String name : PredefinedMacros.names()) {
            text.append(
                    macros.containsKey(name)
                            ? Text.format(
                                    "#if !defined(%1$s) || %1$s != %2$d\n#error %1$s\n#endif\n", name, macros.get(name))
                            : Text.format("#ifdef %1$s\n#error %1$s\n#endif\n", name));
        }
        text.append("_Static_assert(FFI_PLATFORM == FFI_")
                .append(platform.name())
                .append(", \"platform\");\n");
        if (platform.tier() == Tier.STANDARD) {
            text.append("_Static_assert(FFI_ON(FFI_")
                    .append(platform.os().name())
                    .append("), \"system\");\n");
        }
        Path source = Files.writeString(folder.resolve("macros.c"), text);
        Files.writeString(folder.resolve(SupportHeaders.PROBE), SupportHeaders.text(SupportHeaders.PROBE));
        UnitCompiler compiler = new UnitCompiler(new Toolchain(
                TestZig.get(), TestZig.CACHE, TestZig.ALONE, ProcessRunner.system(), Progress.silent(), new Trace()));

        CompiledUnit compiled = compiler.compile(
                new CompileUnit(platform, CompilerSettings.none(), folder, source, folder.resolve("macros.o")));

        assertThat(compiled).isInstanceOf(CompiledUnit.Compiled.class);
    }
}
