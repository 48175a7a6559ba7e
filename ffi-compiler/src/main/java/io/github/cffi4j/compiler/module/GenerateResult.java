package io.github.cffi4j.compiler.module;

import java.nio.file.Path;

/**
 * What generating did.
 *
 * @param java the root of the generated Java
 * @param cdefs how many cdefs there are
 * @param changed whether any Java file was written or deleted
 */
public record GenerateResult(Path java, int cdefs, boolean changed) {}
