package io.github.cffi4j.benchmark.generator;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.compiler.compile.CompileOptions;
import io.github.cffi4j.compiler.compile.CompileUnit;
import io.github.cffi4j.compiler.compile.CompiledUnit;
import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.compiler.compile.LinkPolicy;
import io.github.cffi4j.compiler.compile.Toolchain;
import io.github.cffi4j.compiler.compile.UnitCompiler;
import io.github.cffi4j.compiler.emit.GlueEmitter;
import io.github.cffi4j.compiler.fetch.Progress;
import io.github.cffi4j.compiler.fetch.UserCache;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.compiler.trace.Trace;
import io.github.cffi4j.compiler.zig.Zig;
import io.github.cffi4j.compiler.zig.ZigHost;
import io.github.cffi4j.compiler.zig.ZigResolver;
import io.github.cffi4j.compiler.zig.ZigSettings;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** What the C compiler takes for the probe and the glue of a cdef, for one platform. */
final class CompileTimes {
    private static final String INCLUDES = "#include <stddef.h>\n#include <stdint.h>\n";
    private static final List<String> HEADERS = List.of("ffi_glue.h", "ffi_callbacks.h", "ffi_after_preamble.h");

    private final Path folder;
    private final Platform platform;
    private final UnitCompiler compiler;

    /** The platform is the host's. */
    CompileTimes(Path folder) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        this.platform = Host.current().platform();
        UserCache cache = UserCache.locate(
                Optional.empty(), platform.os(), System.getenv(), Path.of(System.getProperty("user.home")));
        ProcessRunner runner = ProcessRunner.system();
        Zig zig = ZigResolver.of(
                        ZigSettings.of(new ZigHost(platform.os(), platform.arch()), cache), runner, Progress.silent())
                .resolve();
        // Without the cache of object files: this compiles the same C twice.
        CompileOptions options = new CompileOptions(LinkPolicy.AUTO, List.of(), 0);
        this.compiler = new UnitCompiler(new Toolchain(zig, cache, options, runner, Progress.silent(), new Trace()));
        for (String name : HEADERS) {
            try (InputStream header = GlueEmitter.class.getResourceAsStream(name)) {
                Files.copy(header, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /**
     * @param probe milliseconds for the probe
     * @param glue milliseconds for the glue
     */
    record Times(double probe, double glue) {}

    /** The least of several rounds. */
    Times measure(int functions, int rounds) throws IOException, InterruptedException, CdefException {
        String cdef = SyntheticCdef.of(functions);
        Files.writeString(folder.resolve("Measured.c"), INCLUDES + cdef);
        Generation generated = Generation.of(cdef, Optional.of("Measured.c"));
        Path probe = Files.writeString(folder.resolve("probe.c"), generated.probe());
        Path glue = Files.writeString(folder.resolve("glue.c"), generated.glue());
        double leastProbe = Double.MAX_VALUE;
        double leastGlue = Double.MAX_VALUE;
        for (int round = 0; round < rounds; round++) {
            leastProbe = Math.min(leastProbe, compile(probe));
            leastGlue = Math.min(leastGlue, compile(glue));
        }
        return new Times(leastProbe, leastGlue);
    }

    private double compile(Path source) throws IOException, InterruptedException {
        Path object = folder.resolve("measured.o");
        Files.deleteIfExists(object);
        long start = System.nanoTime();
        CompiledUnit unit =
                compiler.compile(new CompileUnit(platform, CompilerSettings.none(), folder, source, object));
        if (unit instanceof CompiledUnit.Failed failed) {
            throw new IOException(failed.output());
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
