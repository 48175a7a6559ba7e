package io.github.cffi4j.mojo;

import io.github.cffi4j.audit.policy.Glob;
import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.compiler.emit.LibraryCheck;
import io.github.cffi4j.compiler.emit.SystemRequirements;
import io.github.cffi4j.compiler.project.BindingMode;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.generated.SystemLibrary;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The names by which users' systems know a library that the module does not bring along.
 *
 * @param names by operating system ({@code linux}) or classifier ({@code linux-x86_64-musl}): the longer key counts
 * @param mode in API mode a library is linked, and so has one name
 */
record SystemLibraries(Map<String, String> names, BindingMode mode) {
    /** Characters that are no part of a name. */
    private static final Pattern NO_NAME = Pattern.compile("[\\s,'\"]");

    SystemLibraries {
        names.forEach((key, name) -> {
            if (Platform.classifiers().stream().noneMatch(classifier -> matches(key, classifier))) {
                throw new WrongSettingException("<systemLibraries>: no platform is called '" + key
                        + "'; there are linux osx windows freebsd, and "
                        + String.join(" ", Platform.classifiers()));
            }
            List<String> candidates = candidates(name == null ? "" : name);
            if (candidates.isEmpty()
                    || candidates.stream().anyMatch(one -> NO_NAME.matcher(one).find())
                    || candidates.size() > 1 && mode == BindingMode.API) {
                throw new WrongSettingException("<systemLibraries>: <" + key + "> must be "
                        + (mode == BindingMode.API ? "the one name" : "names, separated by commas,")
                        + " by which the loader knows the library, such as libsqlite3.so.0, not '" + name + "'");
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

    /**
     * Returns what is asked of the library when it is loaded.
     *
     * @throws WrongSettingException if it is asked of none
     */
    SystemRequirements required(List<String> required, List<String> checks) {
        if (mode == BindingMode.API && names.isEmpty() && !(checks.isEmpty() && required.isEmpty())) {
            throw new WrongSettingException((checks.isEmpty() ? "<requiredNames>" : "<libraryChecks>")
                    + " asks a library of the user's system, and <systemLibraries> names none");
        }
        return SystemRequirements.of(
                required, checks.stream().map(LibraryCheck::of).toList());
    }

    /** Returns the names of libraries that a library may need, by classifier. */
    Map<String, List<Glob>> needed() {
        Map<String, List<Glob>> needed = new TreeMap<>();
        for (Platform platform : Platform.values()) {
            boolean ignoringCase = platform.os() == OperatingSystem.WINDOWS;
            name(platform)
                    .ifPresent(name -> needed.put(
                            platform.classifier(),
                            candidates(name).stream()
                                    .map(candidate -> new Glob(candidate, ignoringCase))
                                    .toList()));
        }
        return needed;
    }

    /** Returns the names for a platform, in the order in which they are tried. */
    List<String> on(Platform platform) {
        return name(platform).map(SystemLibraries::candidates).orElse(List.of());
    }

    /** Returns what this machine's loader says of the library; nothing if the module calls none. */
    List<String> report(String artifact, String library) {
        if (names.isEmpty() && mode == BindingMode.API) {
            return List.of();
        }
        List<String> here = on(Host.current().platform());
        List<String> lines = new ArrayList<>(List.of("the library of the system that " + artifact + " calls here:"
                + (here.isEmpty() ? " the C library" : "")));
        SystemLibrary.attempts(MethodHandles.lookup(), library, here).forEach(line -> lines.add("  " + line));
        return lines;
    }

    private Optional<String> name(Platform platform) {
        return names.entrySet().stream()
                .filter(entry -> matches(entry.getKey(), platform.classifier()))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(entry -> String.join(",", candidates(entry.getValue())));
    }

    private static List<String> candidates(String names) {
        return Arrays.stream(names.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static boolean matches(String key, String classifier) {
        return classifier.equals(key) || classifier.startsWith(key + "-");
    }
}
