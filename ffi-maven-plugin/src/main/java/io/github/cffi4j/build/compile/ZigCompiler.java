package io.github.cffi4j.build.compile;

import io.github.cffi4j.build.process.Command;
import io.github.cffi4j.build.process.ProcessResult;
import io.github.cffi4j.build.process.ProcessRunner;
import io.github.cffi4j.build.zig.Zig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Calls zig with an environment in which it finds its library and writes only to our cache. Thread-safe. */
final class ZigCompiler {
    /** A full link for Windows compiles mingw-w64 first, 4 minutes on a small machine; zig hangs where it cannot write. */
    private static final Duration TIME_LIMIT = Duration.ofMinutes(30);

    /** Through these clang would find headers and libraries of this machine, whatever the target. */
    private static final List<String> HOST_FOLDERS =
            List.of("CPATH", "C_INCLUDE_PATH", "CPLUS_INCLUDE_PATH", "OBJC_INCLUDE_PATH", "LIBRARY_PATH");

    private final Zig zig;
    private final Path cache;
    private final ProcessRunner runner;

    /**
     * @param cache where zig keeps what it compiled of its own run time; created if need be
     */
    ZigCompiler(Zig zig, Path cache, ProcessRunner runner) throws IOException {
        this.zig = zig;
        // zig spins for ever where it cannot create this folder itself.
        this.cache = Files.createDirectories(cache);
        this.runner = runner;
    }

    ProcessResult run(List<String> arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(zig.executable().toString()));
        line.addAll(arguments);
        Command command = Command.of(line);
        for (String variable : HOST_FOLDERS) {
            command = command.with(variable, "");
        }
        return runner.run(command.with("ZIG_LIB_DIR", zig.libDirectory().toString())
                .with("ZIG_GLOBAL_CACHE_DIR", cache.toString())
                .with("ZIG_LOCAL_CACHE_DIR", cache.toString())
                // A PE file carries the time of its linking unless this is set.
                .with("SOURCE_DATE_EPOCH", "0")
                .within(TIME_LIMIT));
    }

    Zig zig() {
        return zig;
    }
}
