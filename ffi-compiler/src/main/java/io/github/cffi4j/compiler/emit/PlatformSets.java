package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import io.github.cffi4j.platform.Tier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How sets of platforms are called in generated Java and C. */
final class PlatformSets {

    /** The prefix of such fields. */
    static final String FIELDS = "ON_";

    private PlatformSets() {}

    /** A field of the class of the native methods: {@code ON_LINUX_OSX}. */
    static String field(Set<Platform> platforms) {
        return FIELDS + String.join("_", names(platforms));
    }

    /** Returns the condition in terms of ffi_glue.h: {@code FFI_ON(FFI_LINUX | FFI_OSX)}. */
    static String condition(Set<Platform> platforms) {
        return names(platforms).stream().map(name -> "FFI_" + name).collect(Collectors.joining(" | ", "FFI_ON(", ")"));
    }

    /** For people: {@code Linux, macOS and windows-x86_64}. */
    static String described(Set<Platform> platforms) {
        List<String> names = new ArrayList<>();
        for (String name : names(platforms)) {
            names.add(Arrays.stream(OperatingSystem.values())
                    .filter(os -> os.name().equals(name))
                    .map(OperatingSystem::displayName)
                    .findFirst()
                    .orElseGet(() -> Platform.valueOf(name).classifier()));
        }
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** For messages: {@code linux-x86_64 linux-aarch_64}. */
    static String classifiers(Set<Platform> platforms) {
        return platforms.stream().sorted().map(Platform::classifier).collect(Collectors.joining(" "));
    }

    /** A system's name where it is there on all its standard platforms, else the platforms' own; the others by their own. */
    private static List<String> names(Set<Platform> platforms) {
        List<String> names = new ArrayList<>();
        for (OperatingSystem os : OperatingSystem.values()) {
            List<Platform> whole = Platform.standard().stream()
                    .filter(platform -> platform.os() == os)
                    .toList();
            if (!whole.isEmpty() && platforms.containsAll(whole)) {
                names.add(os.name());
            } else {
                whole.stream().filter(platforms::contains).map(Platform::name).forEach(names::add);
            }
        }
        Platform.of(Tier.BY_NAME).stream()
                .filter(platforms::contains)
                .map(Platform::name)
                .forEach(names::add);
        return names;
    }
}
