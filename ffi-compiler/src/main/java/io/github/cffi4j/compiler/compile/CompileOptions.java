package io.github.cffi4j.compiler.compile;

import java.util.List;

/**
 * How compiling and linking is done, where that does not change what comes out but for {@code linking} and {@code debug}.
 *
 * @param linking which of the two links is taken
 * @param launcher what runs the compiler, such as {@code ccache}: a program and its arguments; empty for none
 * @param cacheBytes how much the cache of object files may hold; 0 for no such cache
 * @param debug what a debugger finds
 */
public record CompileOptions(LinkPolicy linking, List<String> launcher, long cacheBytes, DebugInfo debug) {
    private static final long USUAL_CACHE_BYTES = 1_000_000_000;

    public CompileOptions {
        launcher = List.copyOf(launcher);
    }

    /** Without anything for debuggers. */
    public CompileOptions(LinkPolicy linking, List<String> launcher, long cacheBytes) {
        this(linking, launcher, cacheBytes, DebugInfo.NONE);
    }

    /** The same, but for debuggers. */
    public CompileOptions with(DebugInfo other) {
        return new CompileOptions(linking, launcher, cacheBytes, other);
    }

    /** A lean link where it will do, no launcher, a gigabyte of object files. */
    public static CompileOptions usual() {
        return new CompileOptions(LinkPolicy.AUTO, List.of(), USUAL_CACHE_BYTES);
    }
}
