package io.github.cffi4j.compiler.module;

import java.nio.file.Path;

/**
 * The input of writing toolchains, besides the project.
 *
 * @param folder where they go, each in a folder named by its platform's classifier
 */
public record ToolchainRequest(Path folder) {}
