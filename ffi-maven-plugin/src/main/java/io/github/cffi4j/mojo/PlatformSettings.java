package io.github.cffi4j.mojo;

import io.github.cffi4j.build.compile.CompilerSettings;
import java.io.File;
import java.util.List;
import java.util.regex.Pattern;

/** What an author adds to the compiler's arguments, for all platforms or for those a pattern names. */
public class PlatformSettings {
    /** Classifiers, with {@code *} for any characters: {@code windows-*}. All platforms if there is none. */
    private String platform = "*";

    private List<File> includes = List.of();
    private List<String> defines = List.of();
    private List<String> compilerFlags = List.of();
    private List<String> linkerFlags = List.of();
    private List<String> libraries = List.of();

    boolean matches(String classifier) {
        String regex = Pattern.quote(platform).replace("*", "\\E.*\\Q");
        return classifier.matches(regex);
    }

    CompilerSettings settings() {
        return new CompilerSettings(
                includes.stream().map(File::toPath).toList(), defines, compilerFlags, linkerFlags, libraries);
    }
}
