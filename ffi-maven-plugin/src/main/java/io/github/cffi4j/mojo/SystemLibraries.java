package io.github.cffi4j.mojo;

import io.github.cffi4j.audit.policy.Glob;
import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The names by which users' systems know a library that the module does not bring along.
 *
 * @param names by operating system ({@code linux}) or classifier ({@code linux-x86_64-musl}): the longer key counts
 */
record SystemLibraries(Map<String, String> names) {
    SystemLibraries {
        names.forEach((key, name) -> {
            if (Platform.classifiers().stream().noneMatch(classifier -> matches(key, classifier))) {
                throw new WrongSettingException("<systemLibraries>: no platform is called '" + key
                        + "'; there are linux osx windows freebsd, and "
                        + String.join(" ", Platform.classifiers()));
            }
            if (name == null || name.isBlank() || name.strip().matches(".*[\\s,'\"].*")) {
                throw new WrongSettingException("<systemLibraries>: <" + key + "> must be the one name by which the"
                        + " loader knows the library, such as libsqlite3.so.0, not '" + name + "'");
            }
        });
    }

    /** The settings of platforms with the library that each links. */
    Map<Platform, CompilerSettings> in(Map<Platform, CompilerSettings> settings) {
        Map<Platform, CompilerSettings> all = new EnumMap<>(Platform.class);
        settings.forEach((platform, own) ->
                all.put(platform, name(platform).map(own::withSystemLibrary).orElse(own)));
        return all;
    }

    /** What libraries may need, by classifier. */
    Map<String, List<Glob>> needed() {
        Map<String, List<Glob>> needed = new TreeMap<>();
        for (Platform platform : Platform.values()) {
            boolean ignoringCase = platform.os() == OperatingSystem.WINDOWS;
            name(platform).ifPresent(name -> needed.put(platform.classifier(), List.of(new Glob(name, ignoringCase))));
        }
        return needed;
    }

    private Optional<String> name(Platform platform) {
        return names.entrySet().stream()
                .filter(entry -> matches(entry.getKey(), platform.classifier()))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(entry -> entry.getValue().strip());
    }

    private static boolean matches(String key, String classifier) {
        return classifier.equals(key) || classifier.startsWith(key + "-");
    }
}
