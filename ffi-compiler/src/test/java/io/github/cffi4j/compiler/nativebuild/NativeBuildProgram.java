package io.github.cffi4j.compiler.nativebuild;

import io.github.cffi4j.compiler.compile.CompileOptions;
import io.github.cffi4j.compiler.compile.Toolchain;
import io.github.cffi4j.compiler.compile.UnitCompiler;
import io.github.cffi4j.compiler.fetch.UserCache;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.compiler.project.TestZig;
import io.github.cffi4j.compiler.trace.Trace;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Path;
import java.util.List;

/** A build in a process of its own: it can be killed, and has another environment. */
final class NativeBuildProgram {
    static final List<Platform> PLATFORMS = List.of(Platform.LINUX_AARCH_64, Platform.WINDOWS_X86_64);

    private NativeBuildProgram() {}

    static List<String> line(Path sources, Path cache) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                NativeBuildProgram.class.getName(),
                sources.toString(),
                cache.toString());
    }

    /**
     * @param arguments the folder with the sources of a makefile and of CMake, and the folder of the cache
     */
    public static void main(String[] arguments) throws Exception {
        Path sources = Path.of(arguments[0]);
        Toolchain toolchain = new Toolchain(
                TestZig.get(),
                new UserCache(Path.of(arguments[1])),
                CompileOptions.usual(),
                ProcessRunner.system(),
                System.out::println,
                new Trace());
        try (UnitCompiler compiler = new UnitCompiler(toolchain)) {
            new NativeBuilder(compiler, Path.of(arguments[1]).resolve("logs"), 2)
                    .build(
                            List.of(
                                    build(sources, "made", new MakeRecipe("", List.of(), List.of())),
                                    build(sources, "cmade", new CmakeRecipe("", List.of(), List.of()))),
                            PLATFORMS);
        }
    }

    private static NativeBuild build(Path sources, String name, BuildRecipe recipe) {
        return new NativeBuild(name, NativeSource.of(sources.resolve(name)), recipe, List.of(), List.of(), List.of());
    }
}
