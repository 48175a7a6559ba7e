package io.github.cffi4j.compiler.fetch;

import io.github.cffi4j.platform.OperatingSystem;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The folder in which a user's builds share what they fetched. Immutable; nothing is created by it.
 *
 * @param root an absolute path
 */
public record UserCache(Path root) {

    public UserCache {
        root = root.toAbsolutePath().normalize();
    }

    /**
     * The cache folder by the customs of the operating system.
     *
     * @param override the parameter {@code ffi.cache.dir}, taken as it is
     * @param environment for {@code XDG_CACHE_HOME} and {@code LOCALAPPDATA}
     * @param home the user's home
     */
    public static UserCache locate(
            Optional<Path> override, OperatingSystem os, Map<String, String> environment, Path home) {
        return new UserCache(
                override.isPresent()
                        ? override.get()
                        : customary(os, environment, home).resolve("cffi4j"));
    }

    /** Where the releases of zig are. */
    public Path zig() {
        return root.resolve("zig");
    }

    /** Where the source archives are. */
    public Path sources() {
        return root.resolve("sources");
    }

    private static Path customary(OperatingSystem os, Map<String, String> environment, Path home) {
        return switch (os) {
            case LINUX, FREEBSD -> absolute(environment.get("XDG_CACHE_HOME")).orElse(home.resolve(".cache"));
            case OSX -> home.resolve("Library").resolve("Caches");
            case WINDOWS ->
                absolute(environment.get("LOCALAPPDATA"))
                        .orElse(home.resolve("AppData").resolve("Local"));
        };
    }

    /** The XDG specification has relative paths ignored. */
    private static Optional<Path> absolute(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        Path path = Path.of(text);
        return path.isAbsolute() ? Optional.of(path) : Optional.empty();
    }
}
