package io.github.cffi4j.compiler.module;

import io.github.cffi4j.compiler.compile.LinkedLibrary;
import java.util.List;

/**
 * The result of compiling.
 *
 * @param libraries one for each platform; none if there is no C
 */
public record CompileResult(List<LinkedLibrary> libraries) {
    public CompileResult {
        libraries = List.copyOf(libraries);
    }
}
