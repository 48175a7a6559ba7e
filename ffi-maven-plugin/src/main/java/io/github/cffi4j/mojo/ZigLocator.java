package io.github.cffi4j.mojo;

import io.github.cffi4j.compiler.fetch.Progress;
import io.github.cffi4j.compiler.fetch.UserCache;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.compiler.zig.Zig;
import io.github.cffi4j.compiler.zig.ZigHost;
import io.github.cffi4j.compiler.zig.ZigResolver;
import io.github.cffi4j.compiler.zig.ZigSettings;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import io.github.cffi4j.platform.Tier;
import java.io.IOException;

/** Finds zig by the build's configuration. */
record ZigLocator(ZigParameters parameters, UserCache cache, ProcessRunner runner, Progress progress) {

    Zig locate() throws IOException, InterruptedException {
        return resolver().resolve();
    }

    ZigResolver resolver() {
        Platform host = Host.current().platform();
        if (host.tier() != Tier.STANDARD) {
            throw new IllegalArgumentException(
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
