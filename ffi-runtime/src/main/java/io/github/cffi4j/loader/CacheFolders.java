package io.github.cffi4j.loader;

import io.github.cffi4j.platform.OperatingSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the cache may be, in the order of preference: configured, the user's caches, the temporary folder. */
final class CacheFolders {
    static final String PROPERTY = "cffi4j.cache.dir";

    private CacheFolders() {}

    static List<Path> of(Surroundings surroundings) {
        List<Path> folders = new ArrayList<>();
        surroundings.property(PROPERTY).map(Path::of).map(Path::toAbsolutePath).ifPresent(folders::add);
        userCaches(surroundings).map(caches -> caches.resolve("cffi4j")).ifPresent(folders::add);
        absolute(surroundings.property("java.io.tmpdir"))
                .map(temp -> temp.resolve(temporaryName(surroundings)))
                .ifPresent(folders::add);
        return List.copyOf(folders);
    }

    private static Optional<Path> userCaches(Surroundings surroundings) {
        Optional<Path> home = absolute(surroundings.property("user.home"));
        OperatingSystem os =
                OperatingSystem.ofOsName(surroundings.host().facts().osName()).orElse(OperatingSystem.LINUX);
        return switch (os) {
            case LINUX ->
                absolute(surroundings.variable("XDG_CACHE_HOME"))
                        .or(() -> home.map(folder -> folder.resolve(".cache")));
            case OSX -> home.map(folder -> folder.resolve("Library").resolve("Caches"));
            case WINDOWS -> absolute(surroundings.variable("LOCALAPPDATA"));
        };
    }

    /** A user without a home has "?" for it; XDG says that relative paths do not count. */
    private static Optional<Path> absolute(Optional<String> folder) {
        return folder.map(Path::of).filter(Path::isAbsolute);
    }

    /** Users share the temporary folder, so each has a name there, of characters that every file system takes. */
    private static String temporaryName(Surroundings surroundings) {
        String user = surroundings.property("user.name").orElse("");
        return "cffi4j-" + (user.matches("[A-Za-z0-9._-]+") ? user : Integer.toHexString(user.hashCode()));
    }
}
