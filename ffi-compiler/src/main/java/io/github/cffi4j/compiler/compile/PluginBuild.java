package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.compiler.fetch.FileLook;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Tells this build of our own jars from others: what another one generated may be of another form. */
public final class PluginBuild {
    /** Looked at once: a jar that is replaced while this JVM runs is not the one that its classes came from. */
    private static final Map<Class<?>, String> JARS = new ConcurrentHashMap<>();

    private PluginBuild() {}

    /**
     * Returns a text that stays the same as long as the compiler's jar and those of other parts do. Classes that are in no jar
     * are another build in each JVM.
     *
     * @param parts a class of each other jar that counts
     */
    public static String identity(Class<?>... parts) {
        // No lambdas: a program that has compiled its C before asks for nothing else here.
        StringBuilder identity = new StringBuilder(jarOf(PluginBuild.class));
        for (Class<?> part : parts) {
            identity.append(' ').append(jarOf(part));
        }
        return identity.toString();
    }

    private static String jarOf(Class<?> part) {
        String known = JARS.get(part);
        if (known == null) {
            JARS.putIfAbsent(part, jar(part));
            known = JARS.get(part);
        }
        return known;
    }

    private static String jar(Class<?> part) {
        try {
            Path jar = Path.of(
                    part.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isRegularFile(jar)) {
                return jar + " " + FileLook.at(jar);
            }
        } catch (IOException | URISyntaxException e) {
            // As if there were no jar.
        }
        return UUID.randomUUID().toString();
    }
}
