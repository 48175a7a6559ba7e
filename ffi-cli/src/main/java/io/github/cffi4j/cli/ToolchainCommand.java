package io.github.cffi4j.cli;

import io.github.cffi4j.compiler.compile.CompileOptions;
import io.github.cffi4j.compiler.compile.LinkPolicy;
import io.github.cffi4j.compiler.module.FfiModule;
import io.github.cffi4j.compiler.module.ModuleRelease;
import io.github.cffi4j.compiler.module.PlatformSelection;
import io.github.cffi4j.compiler.module.ToolchainRequest;
import io.github.cffi4j.compiler.project.FfiProject;
import io.github.cffi4j.compiler.project.ProjectLayout;
import io.github.cffi4j.compiler.sbom.PublishedModule;
import io.github.cffi4j.compiler.toolchain.CrossToolchain;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes zig as a toolchain of other build systems. */
@Command(
        name = "toolchain",
        mixinStandardHelpOptions = true,
        description = "Writes zig as a toolchain for CMake, Meson, configure scripts and makefiles.")
final class ToolchainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private ZigOptions zig;

    @Parameters(paramLabel = "<platform>", arity = "1..*", description = "The platforms; 'host' is this machine's.")
    private List<String> platforms;

    @Option(
            names = "--out",
            defaultValue = "build/ffi/toolchain",
            paramLabel = "<folder>",
            description = "Where they go (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Option(
            names = "--link",
            defaultValue = "auto",
            paramLabel = "<kind>",
            description = "How to link: lean, full or auto (default).")
    private String link;

    @Override
    public Integer call() throws Exception {
        Console console = new Console(command);
        Path base = out.toAbsolutePath().normalize();
        CompileOptions usual = CompileOptions.usual();
        FfiProject project = FfiProject.of(
                        "toolchain",
                        new ProjectLayout(base, base, List.of(), base, base.resolve("work"), base),
                        List.of(Platform.values()))
                .withBuilt(PlatformSelection.only(String.join(",", platforms), List.of(Platform.values())))
                .withCompiler(() ->
                        zig.locator(console.progress(), console.warnings()).locate())
                .withCache(zig.cache())
                .withOptions(new CompileOptions(LinkPolicy.of(link), usual.launcher(), usual.cacheBytes()))
                .withProgress(console.progress());
        ModuleRelease release =
                new ModuleRelease(new PublishedModule("", "", "", List.of()), FfiProgram.version(), null);
        List<CrossToolchain> written = new FfiModule(project, release, console.warnings())
                .toolchain(new ToolchainRequest(base))
                .toolchains();
        written.forEach(toolchain -> console.say(toolchain.platform().classifier() + " in " + toolchain.folder()));
        return 0;
    }
}
