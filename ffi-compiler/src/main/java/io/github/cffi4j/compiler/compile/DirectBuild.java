package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.compiler.fetch.UserCache;
import io.github.cffi4j.compiler.process.Command;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.compiler.zig.Zig;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a library of one C file by one run of zig. It keeps no record and explains nothing: a failure has to be followed by a
 * {@link UnitCompiler} and a {@link Linker}, which can do more and say why.
 *
 * @param zig one that was proven
 */
public record DirectBuild(Zig zig, UserCache cache, ProcessRunner runner) {

    /** Returns true if one run is enough for a library of this platform with these settings. */
    public static boolean fits(Platform platform, CompilerSettings settings) {
        // Windows has an archive of ours in its lean links, and a library that is not here needs a stub first.
        return platform.os() != OperatingSystem.WINDOWS
                && settings.systemLibrary().isEmpty()
                // With it, claims that do not hold would be no errors.
                && !settings.compilerFlags().contains("-w");
    }

    /**
     * Compiles and links.
     *
     * @param scratch a folder for zig's own files about this source
     * @return true if there is a library now
     */
    public boolean run(Platform platform, CompilerSettings settings, Path source, Path library, Path scratch)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(zig.executable().toString()));
        line.addAll(ZigArguments.direct(platform, settings, source, library));
        Path own = Files.createDirectories(Toolchain.zigCache(zig, cache));
        Command command = ZigCompiler.unaffectedByThisMachine(Command.of(line))
                .with("ZIG_LIB_DIR", zig.libDirectory().toString())
                .with("ZIG_GLOBAL_CACHE_DIR", own.toString())
                .with("ZIG_LOCAL_CACHE_DIR", scratch.toString());
        return runner.run(command).succeeded();
    }
}
