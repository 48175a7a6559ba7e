package io.github.cffi4j.mojo;

import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.compiler.module.Folders;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.platform.Platform;
import java.io.File;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** An author's additions to the compiler's arguments, for all platforms or for those that match a pattern. */
public class PlatformSettings {
    /** Classifiers, with {@code *} for any characters: {@code windows-*}. All platforms if there is none. */
    private String platform = "*";

    private List<File> includes = List.of();
    private List<String> defines = List.of();
    private List<String> compilerFlags = List.of();
    private List<String> cFlags = List.of();
    private List<String> cxxFlags = List.of();
    private List<FileFlagsParameter> fileFlags = List.of();
    private List<String> linkerFlags = List.of();
    private List<String> libraries = List.of();
    private List<String> exports = List.of();

    /**
     * The settings of each platform: those for all, then these that match it, in the order given.
     *
     * @throws WrongSettingException if a pattern names no platform there is
     */
    static Map<Platform, CompilerSettings> byPlatform(
            List<Platform> platforms, CompilerSettings shared, List<PlatformSettings> more) {
        more.forEach(PlatformSettings::requirePlatform);
        Map<Platform, CompilerSettings> settings = new EnumMap<>(Platform.class);
        for (Platform platform : platforms) {
            CompilerSettings own = shared;
            for (PlatformSettings some : more) {
                own = some.matches(platform.classifier()) ? own.and(some.settings()) : own;
            }
            settings.put(platform, own);
        }
        return settings;
    }

    private void requirePlatform() {
        if (Platform.classifiers().stream().noneMatch(this::matches)) {
            throw new WrongSettingException("<platformSettings>: no platform is called '" + platform + "'; there are "
                    + String.join(" ", Platform.classifiers()));
        }
    }

    boolean matches(String classifier) {
        String regex = Pattern.quote(platform).replace("*", "\\E.*\\Q");
        return classifier.matches(regex);
    }

    CompilerSettings settings() {
        return CompilerSettings.none()
                .including(Folders.require("<includes>", includes).stream()
                        .map(File::toPath)
                        .toList())
                .defining(defines)
                .compiling(compilerFlags)
                .linking(linkerFlags)
                .withLibraries(libraries)
                .with(new CompilerSettings.SourceFlags(cFlags, cxxFlags, FileFlagsParameter.all(fileFlags)))
                .exporting(exports);
    }
}
