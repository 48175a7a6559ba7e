package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.compiler.fetch.Sha256;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Path;
import java.util.Set;

/**
 * A library that is ready to be packed.
 *
 * @param size in bytes
 * @param parts what is in it out of zig's own folder
 * @param fresh whether it had to be linked now
 */
public record LinkedLibrary(
        Platform platform, Path file, Sha256 sha256, long size, LinkMode mode, Set<RuntimePart> parts, boolean fresh) {
    public LinkedLibrary {
        parts = Set.copyOf(parts);
    }
}
