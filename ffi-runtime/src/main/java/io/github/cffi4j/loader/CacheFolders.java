package io.github.cffi4j.loader;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the cache may be, in the order of preference: configured, the user's caches, the home, the temporary folder. */
final class CacheFolders {
    static final String PROPERTY = "cffi4j.cache.dir";
    private static final String NAME = "cffi4j";

    private CacheFolders() {}

    static List<Path> of(Surroundings surroundings) {
        List<Path> folders = new ArrayList<>();
        Optional<Setting> configured = surroundings.setting(PROPERTY);
        if (configured.isPresent()) {
            folders.add(Path.of(configured.get().value()).toAbsolutePath());
        }
        Path home = absolute(surroundings.property("user.home"));
        addUserCaches(folders, home, surroundings);
        if (home != null) {
            folders.add(home.resolve("." + NAME));
        }
        Path temp = absolute(surroundings.property("java.io.tmpdir"));
        if (temp != null) {
            folders.add(temp.resolve(temporaryName(surroundings.user().name())));
        }
        return folders;
    }

    private static void addUserCaches(List<Path> folders, Path home, Surroundings surroundings) {
        String classifier = surroundings.classifier();
        if (classifier.startsWith("windows-")) {
            add(folders, absolute(surroundings.variable("LOCALAPPDATA")), NAME);
        } else if (classifier.startsWith("osx-")) {
            add(folders, home, "Library/Caches/" + NAME);
        } else {
            Path xdg = absolute(surroundings.variable("XDG_CACHE_HOME"));
            add(folders, xdg == null ? home : xdg, xdg == null ? ".cache/" + NAME : NAME);
        }
    }

    private static void add(List<Path> folders, Path parent, String name) {
        if (parent != null) {
            folders.add(parent.resolve(name));
        }
    }

    /** A user without a home has "?" for it; XDG says that relative paths do not count. */
    private static Path absolute(Optional<String> folder) {
        Path path = folder.isPresent() ? Path.of(folder.get()) : null;
        return path != null && path.isAbsolute() ? path : null;
    }

    /** Users share the temporary folder, so each has a name there, of characters that every file system takes. */
    private static String temporaryName(String user) {
        for (int i = 0; i < user.length(); i++) {
            char c = user.charAt(i);
            if (c > 'z' || !Character.isLetterOrDigit(c) && c != '.' && c != '_' && c != '-') {
                return NAME + "-" + Integer.toHexString(user.hashCode());
            }
        }
        return NAME + "-" + user;
    }
}
