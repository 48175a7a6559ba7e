package io.github.cffi4j.compiler.module;

import java.nio.file.Path;

/**
 * The result of generating.
 *
 * @param java the root of the generated Java
 * @param cdefs how many cdefs there are
 * @param changed whether any Java file was written or deleted
 */
public record GenerateResult(Path java, int cdefs, boolean changed) {}
