package io.github.cffi4j.compiler.project;

import io.github.cffi4j.compiler.compile.CompileOptions;
import io.github.cffi4j.compiler.compile.LinkPolicy;
import io.github.cffi4j.compiler.fetch.Progress;
import io.github.cffi4j.compiler.fetch.UserCache;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.compiler.zig.Zig;
import io.github.cffi4j.compiler.zig.ZigHost;
import io.github.cffi4j.compiler.zig.ZigResolver;
import io.github.cffi4j.compiler.zig.ZigSettings;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The real zig, as the user's own builds get it: from the user's cache, or fetched into it. */
public final class TestZig {
    public static final Platform HOST = Host.current().platform();
    public static final UserCache CACHE =
            UserCache.locate(Optional.empty(), HOST.os(), System.getenv(), Path.of(System.getProperty("user.home")));

    /** Everything compiled by the build under test itself. */
    static final CompileOptions ALONE = new CompileOptions(LinkPolicy.AUTO, List.of(), 0);

    private TestZig() {}

    public static Zig get() throws IOException, InterruptedException {
        ZigSettings settings = ZigSettings.of(new ZigHost(HOST.os(), HOST.arch()), CACHE);
        return ZigResolver.of(settings, ProcessRunner.system(), Progress.silent())
                .resolve();
    }
}
