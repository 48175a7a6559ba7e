package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.compiler.fetch.FileLook;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Tells this build of the plugin from others: what another one generated may be of another form. */
public final class PluginBuild {
    private static final String IDENTITY = identify();

    private PluginBuild() {}

    /** The same as long as the plugin's jar is; classes that are in no jar are another build in each JVM. */
    public static String identity() {
        return IDENTITY;
    }

    private static String identify() {
        try {
            Path jar = Path.of(PluginBuild.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isRegularFile(jar)) {
                return jar + " " + FileLook.at(jar);
            }
        } catch (IOException | URISyntaxException e) {
            // As if there were no jar.
        }
        return UUID.randomUUID().toString();
    }
}
