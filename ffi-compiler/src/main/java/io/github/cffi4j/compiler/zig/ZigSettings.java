package io.github.cffi4j.compiler.zig;

import io.github.cffi4j.compiler.fetch.UserCache;
import io.github.cffi4j.compiler.process.SearchPath;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The settings that say where a build gets its zig. Immutable.
 *
 * @param release what is pinned for this host
 * @param configured the parameter {@code ffi.zig}: a program or the folder it is in
 * @param searchPath where a zig may be installed
 * @param cache where a fetched zig goes
 * @param mirror the parameter {@code ffi.zig.mirror}: the address below which are the folders of the releases
 * @param artifact a zig in the build's own repositories
 * @param offline nothing is fetched
 */
public record ZigSettings(
        ZigRelease release,
        Optional<Path> configured,
        SearchPath searchPath,
        UserCache cache,
        URI mirror,
        Optional<ZigArtifact> artifact,
        boolean offline) {

    /** Where the zig project publishes. */
    public static final URI OFFICIAL = URI.create("https://ziglang.org/download");

    /** Nothing configured: the pinned release, the PATH of this process, the official download, online. */
    public static ZigSettings of(ZigHost host, UserCache cache) {
        return new ZigSettings(
                ZigRelease.pinned(host),
                Optional.empty(),
                SearchPath.ofThisProcess(),
                cache,
                OFFICIAL,
                Optional.empty(),
                false);
    }

    /** The same, with the program or folder the user points at. */
    public ZigSettings withConfigured(Optional<Path> path) {
        return new ZigSettings(release, path, searchPath, cache, mirror, artifact, offline);
    }

    /** The same, with another address in place of the official one. */
    public ZigSettings withMirror(URI address) {
        return new ZigSettings(release, configured, searchPath, cache, address, artifact, offline);
    }

    /** The same, with a file from the build's own repositories. */
    public ZigSettings withArtifact(Optional<ZigArtifact> supplier) {
        return new ZigSettings(release, configured, searchPath, cache, mirror, supplier, offline);
    }

    /** The same, with or without the network. */
    public ZigSettings withOffline(boolean noNetwork) {
        return new ZigSettings(release, configured, searchPath, cache, mirror, artifact, noNetwork);
    }
}
