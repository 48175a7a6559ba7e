package io.github.cffi4j.compiler.prebuilt;

import io.github.cffi4j.compiler.fetch.Sha256;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files of a library for some platforms.
 *
 * @param platform classifiers, with {@code *} for any characters
 * @param files globs below the library's folder; {@code {platform}} stands for the classifier
 * @param sha256 the hash that the only file must have; empty if its author does not say
 */
public record PlatformFiles(String platform, List<String> files, Optional<Sha256> sha256) {
    public PlatformFiles {
        files = List.copyOf(files);
    }

    /** Returns true if the files are for the platform with this classifier. */
    public boolean matches(String classifier) {
        return classifier.matches(Pattern.quote(platform).replace("*", "\\E.*\\Q"));
    }
}
