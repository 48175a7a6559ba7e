package io.github.cffi4j.compiler.nativebuild;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Options of a build for some platforms.
 *
 * @param platform classifiers, with {@code *} for any characters
 * @param options as the build system takes them
 */
public record PlatformOptions(String platform, List<String> options) {
    public PlatformOptions {
        options = List.copyOf(options);
    }

    /** Returns true if the options are for the platform with this classifier. */
    public boolean matches(String classifier) {
        return classifier.matches(Pattern.quote(platform).replace("*", "\\E.*\\Q"));
    }
}
