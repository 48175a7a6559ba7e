package io.github.cffi4j.compiler.module;

import java.nio.file.Path;
import java.util.List;

/**
 * The input of generating, besides the project.
 *
 * @param javaRoots the roots of the module's own Java, in which no class may have the name of a generated one, and which
 *     say what a recipe with {@code used} takes
 */
public record GenerateRequest(List<Path> javaRoots) {
    public GenerateRequest {
        javaRoots = List.copyOf(javaRoots);
    }
}
