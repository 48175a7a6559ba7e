package io.github.cffi4j.compiler.fetch;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;

/** Patterns of paths, as Maven's users write them: {@code **}{@code /} stands for any number of folders, none included. */
public final class Globs {
    private final List<PathMatcher> matchers;

    private Globs(List<PathMatcher> matchers) {
        this.matchers = matchers;
    }

    /**
     * @throws IllegalArgumentException if one of them is no pattern
     */
    public static Globs of(List<String> globs) {
        return new Globs(globs.stream()
                .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + withoutFolders(glob)))
                .toList());
    }

    /** Returns true if one of the patterns is that of a relative path. */
    public boolean matches(Path relative) {
        return matchers.stream().anyMatch(matcher -> matcher.matches(relative));
    }

    /** To Java, {@code **}{@code /} is at least one folder; to Maven's users, who write it, none will do. */
    private static String withoutFolders(String glob) {
        String whole = glob.endsWith("/") ? glob + "**" : glob;
        return whole.contains("{") ? whole : whole.replace("**/", "{,**/}");
    }
}
