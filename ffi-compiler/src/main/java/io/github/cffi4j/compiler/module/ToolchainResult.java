package io.github.cffi4j.compiler.module;

import io.github.cffi4j.compiler.toolchain.CrossToolchain;
import java.util.List;

/**
 * The toolchains that were written.
 *
 * @param toolchains in the order of the platforms
 */
public record ToolchainResult(List<CrossToolchain> toolchains) {
    public ToolchainResult {
        toolchains = List.copyOf(toolchains);
    }
}
