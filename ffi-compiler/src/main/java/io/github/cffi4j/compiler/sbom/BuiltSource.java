package io.github.cffi4j.compiler.sbom;

import java.util.List;

/**
 * A library that was built by a build system of its own.
 *
 * @param name of the source archive; or of the build, if its sources are a folder of the module
 * @param system the build system
 * @param options as its author gave them for the platform
 */
public record BuiltSource(String name, String system, List<String> options) {
    public BuiltSource {
        options = List.copyOf(options);
    }
}
