package io.github.cffi4j.internal.loader;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code java -jar ffi-runtime.jar doctor}: says what the loader sees of this machine.
 *
 * <p>A jar that is started by itself has no class path. So this class finds platform-classifiers where its own jar is from:
 * in the same folder, or in a Maven repository. (A Class-Path in the jar's manifest would make javac warn everybody whose
 * jars are elsewhere.)
 */
public final class Doctor {
    private static final String NEIGHBOUR = "platform-classifiers";

    private Doctor() {}

    /** Prints the report to standard output. */
    public static void main(String[] arguments) throws ReflectiveOperationException, IOException, URISyntaxException {
        if (arguments.length != 1 || !arguments[0].equals("doctor")) {
            System.err.println("usage: java -jar ffi-runtime.jar doctor");
            System.exit(2);
        }
        try {
            Class.forName("io.github.cffi4j.platform.Host");
            System.out.println(report());
        } catch (ClassNotFoundException e) {
            URL own = Doctor.class.getProtectionDomain().getCodeSource().getLocation();
            URL neighbour = neighbour(Path.of(own.toURI())).toUri().toURL();
            try (URLClassLoader both = new URLClassLoader(new URL[] {own, neighbour}, null)) {
                System.out.println(Class.forName(Doctor.class.getName(), true, both)
                        .getMethod("report")
                        .invoke(null));
            }
        }
    }

    /** The report, for who has both jars on the class path: what the loader sees of this machine, several lines. */
    public static String report() {
        return DoctorReport.text();
    }

    private static Path neighbour(Path jar) throws IOException {
        String name = jar.getFileName().toString().replace("ffi-runtime", NEIGHBOUR);
        Path beside = jar.resolveSibling(name);
        Path version = jar.getParent();
        Path repository = version.resolve("../../" + NEIGHBOUR)
                .resolve(version.getFileName())
                .resolve(name);
        for (Path place : new Path[] {beside, repository.normalize()}) {
            if (Files.isRegularFile(place)) {
                return place;
            }
        }
        throw new IOException("the doctor needs " + name + " beside " + jar + "; or start it with both: java -cp "
                + "ffi-runtime.jar:platform-classifiers.jar " + Doctor.class.getName() + " doctor");
    }
}
