package io.github.cffi4j.compiler.module;

import io.github.cffi4j.platform.Platform;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The jars of a module, in the order of the platforms.
 *
 * @param jars the classifier jar of each platform that was built
 * @param symbols the jars for debuggers, of the platforms that have any
 */
public record PackResult(Map<Platform, Path> jars, Map<Platform, Path> symbols) {
    public PackResult {
        jars = ordered(jars);
        symbols = ordered(symbols);
    }

    /** The classifier of a jar for debuggers. */
    public static String symbolsOf(Platform platform) {
        return platform.classifier() + "-symbols";
    }

    private static Map<Platform, Path> ordered(Map<Platform, Path> jars) {
        Map<Platform, Path> copy = new EnumMap<>(Platform.class);
        copy.putAll(jars);
        return Collections.unmodifiableMap(copy);
    }
}
