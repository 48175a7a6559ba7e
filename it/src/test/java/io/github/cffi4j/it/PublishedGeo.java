package io.github.cffi4j.it;

import io.github.cffi4j.platform.Platform;
import io.github.cffi4j.platform.Tier;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A repository that has the library {@code org.example:geo:1.0}, to which the snippets of the documentation refer, and the module
 * of docs/publishing.md that depends on its native jars.
 *
 * @param folder where the repository is
 * @param library the library's project
 */
record PublishedGeo(Path folder, TestProject library) {
    private static final String ARTIFACT = "<artifactId>geometry</artifactId>";
    private static final String RENAMED = "<artifactId>geo</artifactId>";

    static PublishedGeo in(Path work) throws IOException {
        PublishedGeo published = new PublishedGeo(work.resolve("published"), TestProject.copy("geometry", work));
        published.library.replace("pom.xml", ARTIFACT, RENAMED);
        TestProject middle = TestProject.copy("middle", work);
        middle.replace("pom.xml", ARTIFACT, RENAMED);
        TestProject platforms = new TestProject(work.resolve("geo-platforms"));
        platforms.write("pom.xml", DocsPage.read("publishing.md").block(PublishedGeo.class, "xml", "geo-platforms"));
        published.deploy(new TestProject(work.resolve("parent")));
        published.deploy(published.library);
        published.deploy(middle);
        published.deploy(platforms);
        return published;
    }

    void deploy(TestProject project, String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "deploy",
                "-DaltDeploymentRepository=published::" + folder.toUri(),
                "-Dit.published=" + folder.toUri()));
        arguments.addAll(List.of(options));
        project.run(arguments.toArray(String[]::new)).succeeded();
    }

    /** The addresses of a repository and of those that have what its artifacts depend on. */
    static List<String> repositories(Path first) {
        return Stream.of(first, TestSettings.REPOSITORY, TestSettings.OUTER_REPOSITORY)
                .map(repository -> repository.toUri().toString())
                .toList();
    }

    /** The class path of a client that Maven Central has, by a profile of {@code it/src/projects/clients}. */
    static String client(String profile, Path work) throws IOException {
        TestProject clients = TestProject.copy("clients", work);
        clients.run("dependency:build-classpath", "-P" + profile, "-Dmdep.outputFile=classpath")
                .succeeded();
        return clients.read("classpath").strip();
    }

    /** Runs the library's own program on a class path that some tool resolved. */
    static List<String> run(List<Path> classPath) throws IOException, InterruptedException {
        return JavaProgram.run(classPath, "org.example.geo.Main").succeeded().lines();
    }

    /** The jars that a tool printed with a separator between them. */
    static List<Path> jars(String printed) {
        return Stream.of(printed.strip().split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    /** The platforms whose native jar is on a class path. */
    static List<String> natives(List<Path> classPath) {
        List<String> standard = Platform.classifiers(Tier.STANDARD);
        return classPath.stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.startsWith("geo-") && name.endsWith(".jar"))
                .map(name -> name.replaceFirst("geo-[0-9.]+(-SNAPSHOT)?-?", "").replace(".jar", ""))
                .filter(standard::contains)
                .toList();
    }
}
