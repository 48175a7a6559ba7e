package io.github.cffi4j.it;

import java.nio.file.Path;

/** What the outer build tells the tests. */
public final class TestSettings {
    /** The Maven that runs the outer build runs the inner ones too. */
    public static final Path MAVEN_HOME = path("it.maven.home");

    /** Has the artifacts of the outer build, and what the inner builds took from elsewhere. */
    public static final Path REPOSITORY = path("it.repository");

    /** The outer build's own repository: most of what the inner builds need is there already. */
    public static final Path OUTER_REPOSITORY = path("it.outer.repository");

    /** The folder of the Mavens of other versions. */
    public static final Path MAVENS = path("it.mavens");

    /** The folder of the projects that tests copy. */
    public static final Path PROJECTS = path("it.projects");

    /** The folder below which each test has its own. */
    public static final Path WORK = path("it.work");

    /** The version of everything in the outer build. */
    public static final String VERSION = property("it.version");

    private TestSettings() {}

    public static String property(String key) {
        String value = System.getProperty(key);
        if (value == null) {
            throw new IllegalStateException("no system property " + key + ": run these tests with 'mvn verify'");
        }
        return value;
    }

    private static Path path(String key) {
        return Path.of(property(key)).toAbsolutePath().normalize();
    }
}
