package io.github.cffi4j.internal.loader;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The folders that may hold the cache, in the order of preference: configured, the user's caches, the home, the temporary
 * folder. A setting that names no folder is passed over, and the reason is among the refusals.
 */
final class CacheFolders {
    static final String PROPERTY = "cffi4j.cache.dir";
    static final String NAME = "cffi4j";

    private static final int MAX_USER_NAME = 64;

    private final Surroundings surroundings;
    private final List<Path> folders = new ArrayList<>();
    private final List<Refusal> refusals;

    private CacheFolders(Surroundings surroundings, List<Refusal> refusals) {
        this.surroundings = surroundings;
        this.refusals = refusals;
    }

    /**
     * Returns the folders to try.
     *
     * @param refusals gets an entry for each setting that names no folder
     */
    static List<Path> of(Surroundings surroundings, List<Refusal> refusals) {
        return new CacheFolders(surroundings, refusals).all();
    }

    /** Returns the folder that all users share; {@code null} if there is none. */
    static Path temporary(Surroundings surroundings, List<Refusal> refusals) {
        return new CacheFolders(surroundings, refusals).temporary();
    }

    private List<Path> all() {
        Optional<Setting> configured = surroundings.setting(PROPERTY);
        if (configured.isPresent()) {
            add(path(configured.get().origin(), configured.get().value()), null);
        }
        Path home = absolute("-Duser.home", surroundings.property("user.home"));
        addUserCaches(home);
        add(home, "." + NAME);
        add(temporary(), temporaryName(surroundings.user()));
        return folders;
    }

    private void addUserCaches(Path home) {
        String classifier = surroundings.classifier();
        if (classifier.startsWith("windows-")) {
            add(absolute("LOCALAPPDATA", surroundings.variable("LOCALAPPDATA")), NAME);
        } else if (classifier.startsWith("osx-")) {
            add(home, "Library/Caches/" + NAME);
        } else {
            Path xdg = absolute("XDG_CACHE_HOME", surroundings.variable("XDG_CACHE_HOME"));
            add(xdg == null ? home : xdg, xdg == null ? ".cache/" + NAME : NAME);
        }
    }

    private void add(Path parent, String name) {
        if (parent != null) {
            folders.add(name == null ? parent.toAbsolutePath() : parent.resolve(name));
        }
    }

    private Path temporary() {
        return absolute("-Djava.io.tmpdir", surroundings.property("java.io.tmpdir"));
    }

    /** A relative path does not count: XDG says so, and "?" is Java's word for a user without a home. */
    private Path absolute(String origin, Optional<String> value) {
        Path path = value.isEmpty() || value.get().equals("?") ? null : path(origin, value.get());
        if (path != null && !path.isAbsolute()) {
            refusals.add(Refusal.of(value.get(), new IllegalArgumentException(origin + " is no absolute path")));
            return null;
        }
        return path;
    }

    /** {@code null} if this system cannot have a folder of that name. */
    private Path path(String origin, String value) {
        try {
            return Path.of(value);
        } catch (IllegalArgumentException e) {
            refusals.add(Refusal.of(value, Setting.noPath(origin, e)));
            return null;
        }
    }

    /**
     * Users share the temporary folder, so each has a name there, of characters that every file system takes. Users without
     * a name, whom Java calls "?", are told apart by their numbers.
     */
    private static String temporaryName(CurrentUser user) {
        if (user.name().equals("?") && user.number() >= 0) {
            return NAME + "-" + user.number();
        }
        return NAME + "-"
                + (isPlain(user.name())
                        ? user.name()
                        : Integer.toHexString(user.name().hashCode()));
    }

    private static boolean isPlain(String name) {
        boolean plain = name.length() <= MAX_USER_NAME;
        for (int i = 0; plain && i < name.length(); i++) {
            char c = name.charAt(i);
            plain = c <= 'z' && (Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-');
        }
        return plain;
    }
}
