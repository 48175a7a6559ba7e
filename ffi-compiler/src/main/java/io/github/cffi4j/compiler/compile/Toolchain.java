package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.compiler.fetch.Progress;
import io.github.cffi4j.compiler.fetch.UserCache;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.compiler.trace.Trace;
import io.github.cffi4j.compiler.zig.Zig;
import java.nio.file.Path;

/**
 * The programs that compile and link, and the caches they share with the user's other builds. Immutable.
 *
 * @param zig the compiler
 * @param cache what the user's builds share
 * @param options the author's or the user's choices
 * @param runner runs programs
 * @param progress where lines for the waiting user go
 * @param trace where the time is noted
 */
public record Toolchain(
        Zig zig, UserCache cache, CompileOptions options, ProcessRunner runner, Progress progress, Trace trace) {

    /** Where zig keeps what it compiled of its own run time. */
    Path zigCache() {
        return zigCache(zig, cache);
    }

    static Path zigCache(Zig zig, UserCache cache) {
        // Objects of a zig that is not verified must not reach one that is.
        return cache.root().resolve(zig.pinned() ? "zig-cache" : "zig-cache-" + zig.version());
    }

    /** Where the archives for lean Windows links are kept. */
    Path runtimes() {
        return cache.root().resolve("runtimes");
    }

    /** Where object files are kept. */
    Path objects() {
        return cache.root().resolve("objects");
    }
}
