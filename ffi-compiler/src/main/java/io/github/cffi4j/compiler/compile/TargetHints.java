package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.platform.Libc;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fixes for errors of compilers and linkers that come from the target or from the way to build. */
public final class TargetHints {
    private static final Pattern NO_FUNCTION = Pattern.compile(
            "(?:call to undeclared (?:library )?function '|implicit declaration of function '|undefined symbol: )(?<name>\\w+)");
    private static final Pattern GLIBC = Pattern.compile("glibc (?<version>\\d+(?:\\.\\d+)*)");

    private TargetHints() {}

    /**
     * Returns what to do, if what was said is such an error.
     *
     * @param zigLibrary zig's folder {@code lib}
     */
    public static Optional<String> of(String said, Collection<Platform> platforms, Path zigLibrary) {
        if (said.contains("-Wdate-time]")) {
            return Optional.of("remove the time of the build; or allow it by '-Wno-error=date-time' in <compilerFlags>:"
                    + " it is 1 January 1970 then, so that each build gives the same bytes");
        }
        return NO_FUNCTION
                .matcher(said)
                .results()
                .map(MatchResult::group)
                .distinct()
                .flatMap(found -> newer(found.replaceFirst(".*[' ]", ""), platforms, zigLibrary).stream())
                .findFirst();
    }

    /** Returns the fix for a function that glibc has, but not yet in the version that the library is for. */
    public static Optional<String> newer(String function, Collection<Platform> platforms, Path zigLibrary) {
        return platforms.stream()
                .filter(platform -> platform.libc() == Libc.GLIBC)
                .map(Platform::floor)
                .findFirst()
                .flatMap(floor -> GlibcSymbols.since(zigLibrary, function)
                        .filter(since -> compare(since, version(floor)) > 0)
                        .map(since -> "glibc has '" + function + "' since " + since + ", and the library is for "
                                + floor + " and later; look it up with dlsym when running, or do without it"));
    }

    private static String version(String floor) {
        Matcher glibc = GLIBC.matcher(floor);
        return glibc.find() ? glibc.group("version") : "0";
    }

    private static int compare(String version, String other) {
        return Arrays.compare(numbers(version), numbers(other));
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }
}
