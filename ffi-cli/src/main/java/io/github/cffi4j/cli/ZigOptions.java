package io.github.cffi4j.cli;

import io.github.cffi4j.compiler.fetch.Progress;
import io.github.cffi4j.compiler.fetch.UserCache;
import io.github.cffi4j.compiler.module.ZigLocator;
import io.github.cffi4j.compiler.module.ZigParameters;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.platform.Host;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of commands that need zig. */
final class ZigOptions {
    @Option(names = "--zig", paramLabel = "<path>", description = "A zig to use: the program or its folder.")
    private Path zig;

    @Option(
            names = "--zig-mirror",
            paramLabel = "<address>",
            description = "The address below which zig's releases are.")
    private URI mirror;

    @Option(
            names = "--cache",
            paramLabel = "<folder>",
            description = "What the user's builds share; the system's cache folder by default.")
    private Path cache;

    @Option(names = "--offline", description = "Fetches nothing.")
    private boolean offline;

    UserCache cache() {
        return UserCache.locate(
                Optional.ofNullable(cache),
                Host.current().platform().os(),
                System.getenv(),
                Path.of(System.getProperty("user.home")));
    }

    ZigLocator locator(Progress progress, Progress warnings) {
        ZigParameters parameters =
                new ZigParameters(Optional.ofNullable(zig), Optional.ofNullable(mirror), Optional.empty(), offline);
        return new ZigLocator(parameters, cache(), ProcessRunner.system(), progress, warnings);
    }
}
