package io.github.cffi4j.build.zig;

import java.nio.file.Path;

/**
 * A zig that is there and may be used. Immutable.
 *
 * @param executable the program, an absolute path
 * @param libDirectory zig's own {@code lib} folder, for {@code ZIG_LIB_DIR} and the headers in it, an absolute path
 * @param version what {@code zig version} says, and the beginning of its hash if the program is not a known one
 * @param origin where it came from and whether its hash is known, for people
 * @param pinned whether the program is one of those this plugin knows, byte for byte
 */
public record Zig(Path executable, Path libDirectory, String version, String origin, boolean pinned) {}
