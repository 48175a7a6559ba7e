package io.github.cffi4j.mojo;

import io.github.cffi4j.compiler.fetch.UserCache;
import io.github.cffi4j.compiler.module.ZigLocator;
import io.github.cffi4j.compiler.module.ZigParameters;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.platform.Host;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that looks for zig. */
abstract class ZigGoal extends FfiGoal {
    /** A zig to use: the program or its folder. */
    @Parameter(property = "ffi.zig")
    private File zig;

    /** The address below which zig's releases are, as {@code https://ziglang.org/download} has them. */
    @Parameter(property = "ffi.zig.mirror")
    private String zigMirror;

    /** An official zig archive or wheel in the build's repositories: {@code group:artifact:type[:classifier]:version}. */
    @Parameter(property = "ffi.zig.artifact")
    private String zigArtifact;

    /** Where the user's builds share what they fetched; the system's cache folder if none is given. */
    @Parameter(property = "ffi.cache.dir")
    private File cacheDirectory;

    final ZigLocator zigLocator() {
        return new ZigLocator(zigParameters(), cache(), ProcessRunner.system(), getLog()::info, this::warnOnce);
    }

    /** Once for all goals and modules of a build. */
    private void warnOnce(String line) {
        if (mavenSession().getRepositorySession().getData().set("ffi-maven-plugin: " + line, null, true)) {
            getLog().warn(line);
        }
    }

    final UserCache cache() {
        return UserCache.locate(
                Optional.ofNullable(cacheDirectory).map(File::toPath),
                Host.current().platform().os(),
                System.getenv(),
                Path.of(System.getProperty("user.home")));
    }

    private ZigParameters zigParameters() {
        return new ZigParameters(
                Optional.ofNullable(zig).map(File::toPath),
                Optional.ofNullable(zigMirror).map(ZigGoal::address),
                Optional.ofNullable(zigArtifact).map(coordinates -> () -> artifact(coordinates)),
                mavenSession().isOffline());
    }

    private static URI address(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new WrongSettingException("ffi.zig.mirror: '" + text + "' is not an address: " + e.getReason(), e);
        }
    }
}
