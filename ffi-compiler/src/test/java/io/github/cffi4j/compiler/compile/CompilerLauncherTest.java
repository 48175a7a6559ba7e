package io.github.cffi4j.compiler.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.compiler.fetch.Progress;
import io.github.cffi4j.compiler.process.Command;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.compiler.zig.Zig;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CompilerLauncherTest {
    @TempDir
    private Path folder;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs shell scripts")
    void theLauncherRunsTheCompilerWithAllItsArguments() throws Exception {
        Path zig = script("a zig", "printf '%s|' \"$@\"");
        Path launcher = script("launcher", "echo launched with $1; shift; exec \"$@\"");
        CompilerLauncher launched = new CompilerLauncher(
                List.of(launcher.toString(), "--fast"),
                new Zig(zig, folder.resolve("lib"), "0.16.0", "a script", false),
                folder.resolve("scripts"));

        assertThat(run(launched.command(List.of("c++", "-c", "a file.c"))))
                .isEqualTo("launched with --fast\nc++|-c|a file.c|\n");
        assertThat(run(launched.command(List.of("cc", "-c", "x.c")))).endsWith("cc|-c|x.c|\n");
    }

    @Test
    void onlyCompilesGoThroughIt() throws Exception {
        FakeZig zig = new FakeZig(folder);
        Path source = Files.writeString(folder.resolve("geo.c"), "int x;");
        Path object = folder.resolve("geo.o");
        CompileOptions options = new CompileOptions(LinkPolicy.AUTO, List.of("ccache"), 0);
        UnitCompiler compiler = new UnitCompiler(zig.toolchain(options, Progress.silent()));

        compiler.compile(new CompileUnit(Platform.LINUX_X86_64, CompilerSettings.none(), folder, source, object));
        new Linker(compiler)
                .link(
                        Platform.LINUX_X86_64,
                        SourceLanguage.C,
                        CompilerSettings.none(),
                        List.of(object),
                        folder.resolve("libgeo.so"));

        assertThat(zig.commands.get(0).arguments()).startsWith("ccache").contains("-c");
        assertThat(Path.of(zig.commands.get(0).arguments().get(1)).getFileName().toString())
                .startsWith("clang");
        assertThat(zig.commands.get(1).program())
                .isEqualTo(zig.zig().executable().toString());
    }

    private String run(Command command) throws Exception {
        return ProcessRunner.system().run(command).orThrow().stdout();
    }

    private Path script(String name, String text) throws Exception {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
