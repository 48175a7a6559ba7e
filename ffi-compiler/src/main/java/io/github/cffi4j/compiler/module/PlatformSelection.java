package io.github.cffi4j.compiler.module;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the platforms of the configuration. */
public final class PlatformSelection {
    private static final String HOST = "host";

    /** All that a library is for where its author says nothing. */
    private static final String STANDARD = "standard";

    private PlatformSelection() {}

    /** Returns the platforms that the library is for. */
    public static List<Platform> all(List<String> classifiers) {
        return classifiers.isEmpty()
                ? Platform.standard()
                : classifiers.stream()
                        .flatMap(name ->
                                name.equals(STANDARD) ? Platform.standard().stream() : Stream.of(platform(name)))
                        .distinct()
                        .sorted()
                        .toList();
    }

    /** Returns the platforms to build in this run. */
    public static Set<Platform> only(String names, List<Platform> all) {
        if (names == null || names.isBlank()) {
            return EnumSet.copyOf(all);
        }
        Set<Platform> chosen = EnumSet.noneOf(Platform.class);
        Arrays.stream(names.split(","))
                .map(String::strip)
                .map(PlatformSelection::platform)
                .forEach(chosen::add);
        for (Platform platform : chosen) {
            if (!all.contains(platform)) {
                throw new WrongSettingException(
                        "ffi.platforms names " + platform + ", and this module is not for it; it is for " + all);
            }
        }
        return chosen;
    }

    private static Platform platform(String name) {
        return name.equals(HOST)
                ? Host.current().platform()
                : Platform.ofClassifier(name)
                        .orElseThrow(() -> new WrongSettingException("no such platform: '" + name + "'; there are "
                                + HOST + " and " + String.join(" ", Platform.classifiers())));
    }
}
