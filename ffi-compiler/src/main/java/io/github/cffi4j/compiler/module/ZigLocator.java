package io.github.cffi4j.compiler.module;

import io.github.cffi4j.compiler.fetch.Progress;
import io.github.cffi4j.compiler.fetch.UserCache;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.compiler.zig.Zig;
import io.github.cffi4j.compiler.zig.ZigHost;
import io.github.cffi4j.compiler.zig.ZigResolver;
import io.github.cffi4j.compiler.zig.ZigSettings;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import io.github.cffi4j.platform.Tier;
import java.io.IOException;
import java.util.Optional;

/**
 * Finds zig by the build's configuration.
 *
 * @param warnings where it is said that a zig is not the pinned one
 */
public record ZigLocator(
        ZigParameters parameters, UserCache cache, ProcessRunner runner, Progress progress, Progress warnings) {

    public Zig locate() throws IOException, InterruptedException {
        Zig zig = resolver().resolve();
        unpinned(zig).ifPresent(warnings::message);
        return zig;
    }

    /** Returns one line about a zig whose bytes nobody has verified. */
    public static Optional<String> unpinned(Zig zig) {
        return zig.pinned()
                ? Optional.empty()
                : Optional.of("zig " + zig.version() + " at " + zig.executable()
                        + " is used because ffi.zig names it, but its bytes are not those that are pinned ("
                        + zig.origin() + "): nothing vouches for what it compiles, the libraries may differ from those"
                        + " of other builds, and nothing it makes is shared with them");
    }

    public ZigResolver resolver() {
        Platform host = Host.current().platform();
        if (host.tier() != Tier.STANDARD) {
            throw new WrongSettingException(
                    "libraries are not built on " + host + ", only for it: no zig is pinned for it"
                            + "\n  fix: build on one of " + String.join(" ", Platform.classifiers(Tier.STANDARD)));
        }
        ZigSettings settings = ZigSettings.of(new ZigHost(host.os(), host.arch()), cache)
                .withConfigured(parameters.configured())
                .withMirror(parameters.mirror().orElse(ZigSettings.OFFICIAL))
                .withArtifact(parameters.artifact())
                .withOffline(parameters.offline());
        return ZigResolver.of(settings, runner, progress);
    }
}
