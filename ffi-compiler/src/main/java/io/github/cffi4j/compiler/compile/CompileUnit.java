package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.platform.Platform;
import java.nio.file.Path;

/**
 * One source for one platform.
 *
 * @param settings what the author adds for this platform
 * @param base the folder that must not show in the object file
 * @param source absolute
 * @param object where the object file goes, absolute
 */
public record CompileUnit(Platform platform, CompilerSettings settings, Path base, Path source, Path object) {}
