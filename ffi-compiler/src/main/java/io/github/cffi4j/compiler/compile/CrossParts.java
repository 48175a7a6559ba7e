package io.github.cffi4j.compiler.compile;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The parts of this package's links that build systems need, too: they call zig without us.
 *
 * @param runtime the archive that stands in for mingw-w64's run time in a lean link; for Windows only
 * @param headerFlags the flags with which clang finds the platform's headers in any spelling
 */
public record CrossParts(Optional<Path> runtime, List<String> headerFlags) {
    public CrossParts {
        headerFlags = List.copyOf(headerFlags);
    }
}
