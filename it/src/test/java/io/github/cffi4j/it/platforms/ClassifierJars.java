package io.github.cffi4j.it.platforms;

import io.github.cffi4j.it.Jars;
import io.github.cffi4j.it.TestSettings;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Path;

/** The classifier jars of a module of the build. */
final class ClassifierJars {
    private ClassifierJars() {}

    /** The jar of a platform. */
    static Path jar(Path target, String artifact, Platform platform) {
        return target.resolve(artifact + "-" + TestSettings.VERSION + "-" + platform + ".jar");
    }

    /** The library in it. */
    static byte[] library(Path target, String artifact, Platform platform) throws IOException {
        return Jars.read(jar(target, artifact, platform), platform.resourcePath(artifact));
    }
}
