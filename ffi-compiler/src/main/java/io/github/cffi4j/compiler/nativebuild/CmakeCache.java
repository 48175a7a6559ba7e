package io.github.cffi4j.compiler.nativebuild;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What CMake has noted of the options of a build. */
final class CmakeCache {
    /** Old builds have switches of their own in place of CMake's {@code BUILD_SHARED_LIBS}. */
    private static final Pattern SWITCH =
            Pattern.compile("(?!CMAKE_|BUILD_SHARED_LIBS\\b)\\w*(?i:shared|static)\\w*:BOOL=\\w+");

    private CmakeCache() {}

    /** The switches, with their values, that tell by their names which kind of library is made. */
    static List<String> librarySwitches(Path build) throws IOException {
        Path cache = build.resolve("CMakeCache.txt");
        if (!Files.isRegularFile(cache)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(cache)) {
            return lines.filter(line -> SWITCH.matcher(line).matches())
                    .map(line -> line.replace(":BOOL", ""))
                    .sorted()
                    .toList();
        }
    }
}
