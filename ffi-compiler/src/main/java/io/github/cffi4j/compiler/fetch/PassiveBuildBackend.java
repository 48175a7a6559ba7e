package io.github.cffi4j.compiler.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Stands in for the build program of a Python source distribution. pip asks that program for the package's name and
 * version before it gives the file out, and so would run what was downloaded before anybody has compared its hash.
 */
final class PassiveBuildBackend {
    /** Has pip ask the program it finds in this environment, through the standard interface. */
    static final List<String> PIP_OPTIONS = List.of("--no-build-isolation", "--use-pep517");

    private static final String MODULE = "sitecustomize.py";

    private PassiveBuildBackend() {}

    /**
     * The environment that makes pip's Python start with the stand-in.
     *
     * @param scratch a folder to put it in
     */
    static Map<String, String> environment(ClientPackage.Sdist sdist, Path scratch) throws IOException {
        try (InputStream module = PassiveBuildBackend.class.getResourceAsStream(MODULE)) {
            Files.copy(module, scratch.resolve(MODULE));
        }
        return Map.of(
                "PYTHONPATH", scratch.toString(),
                "CFFI4J_SDIST_NAME", sdist.name(),
                "CFFI4J_SDIST_VERSION", sdist.version());
    }
}
