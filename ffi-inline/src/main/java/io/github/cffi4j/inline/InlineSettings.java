package io.github.cffi4j.inline;

import io.github.cffi4j.compiler.fetch.UserCache;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.platform.Host;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The properties of a program that are about compiling in it.
 *
 * @param compiles whether it may compile at all ({@code ffi.inline})
 * @param downloads whether zig may be fetched ({@code ffi.inline.download})
 * @param zig the zig to use ({@code ffi.zig})
 * @param cache the folder of the user's builds ({@code ffi.cache.dir})
 * @param runner starts the compilers
 */
record InlineSettings(boolean compiles, boolean downloads, Optional<Path> zig, UserCache cache, ProcessRunner runner) {
    InlineSettings(boolean compiles, boolean downloads, Optional<Path> zig, UserCache cache) {
        this(compiles, downloads, zig, cache, ProcessRunner.system());
    }

    static InlineSettings ofThisProgram() {
        return new InlineSettings(
                !"off".equals(System.getProperty("ffi.inline")),
                Boolean.getBoolean("ffi.inline.download"),
                property("ffi.zig"),
                UserCache.locate(
                        property("ffi.cache.dir"),
                        Host.current().platform().os(),
                        System.getenv(),
                        Path.of(System.getProperty("user.home"))));
    }

    private static Optional<Path> property(String name) {
        String value = System.getProperty(name);
        return value == null ? Optional.empty() : Optional.of(Path.of(value));
    }
}
