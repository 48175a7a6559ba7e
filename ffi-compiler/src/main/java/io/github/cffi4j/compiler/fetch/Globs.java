package io.github.cffi4j.compiler.fetch;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/** Patterns of paths, as Maven's users write them: {@code **}{@code /} stands for any number of folders, none included. */
public final class Globs {
    private final List<PathMatcher> matchers;

    private Globs(List<PathMatcher> matchers) {
        this.matchers = matchers;
    }

    /**
     * @throws WrongSettingException if one of them is not a pattern
     */
    public static Globs of(List<String> globs) {
        return new Globs(globs.stream().map(Globs::matcher).toList());
    }

    private static PathMatcher matcher(String glob) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + withoutFolders(glob));
        } catch (PatternSyntaxException e) {
            throw new WrongSettingException("'" + glob + "' is not a pattern of paths: " + e.getDescription(), e);
        }
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
