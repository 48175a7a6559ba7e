package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import io.github.cffi4j.platform.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A library is deployed; another one uses it; an application uses that one, in a Maven of another version and user. One plain
 * dependency each, and it runs.
 */
@Tag("demanding")
@ExtendWith(WorkFolder.class)
class PublishedPomIT {
    private static final String HOST = Host.current().platform().classifier();
    private static final String OTHER = Platform.standard().stream()
            .map(Platform::classifier)
            .filter(classifier -> !classifier.equals(HOST))
            .findFirst()
            .orElseThrow();

    private static TestProject library;
    private static Path published;

    @BeforeAll
    static void publish(Path work) throws IOException {
        published = work.resolve("published");
        library = TestProject.copy("geometry", work);
        TestProject middle = TestProject.copy("middle", work);
        // Each from a Maven that knows of the others only what is published.
        deploy(new TestProject(work.resolve("parent")));
        deploy(library);
        deploy(middle);
    }

    private static void deploy(TestProject project) {
        project.run("deploy", "-DaltDeploymentRepository=published::" + published.toUri(), publishedRepository())
                .succeeded();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8.9", "3.9.12", "4.0.0-rc-5"})
    void aPlainDependencyIsEnough(String version, Path work) throws Exception {
        TestProject application = TestProject.copy("application", work.resolve(version));
        ChildMaven maven =
                ChildMaven.ofVersion(version, Files.createDirectories(work.resolve(version + "-repository")));

        maven.run(application.folder(), "package", publishedRepository()).succeeded();
        assertThat(natives(application)).containsExactlyInAnyOrderElementsOf(Platform.classifiers(Tier.STANDARD));
        assertRuns(application);

        maven.run(application.folder(), "clean", "package", publishedRepository(), "-Dffi.platform=host")
                .succeeded();
        assertThat(natives(application)).containsExactly(HOST);
        assertRuns(application);

        maven.run(application.folder(), "clean", "package", publishedRepository(), "-Dffi.platform=" + OTHER)
                .succeeded();
        assertThat(natives(application)).containsExactly(OTHER);

        maven.run(application.folder(), "clean", "package", publishedRepository(), "-Dffi.platform=plan9")
                .succeeded();
        assertThat(natives(application)).containsExactlyInAnyOrderElementsOf(Platform.classifiers(Tier.STANDARD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8.9", "3.9.12", "4.0.0-rc-5"})
    void anyOfThemPublishesIt(String version, Path work) throws Exception {
        Path repository = work.resolve(version + "-published");

        ChildMaven.ofVersion(version, TestSettings.REPOSITORY)
                .run(
                        library.folder(),
                        "deploy",
                        "-DaltDeploymentRepository=published::" + repository.toUri(),
                        publishedRepository())
                .succeeded();

        assertThat(Files.readString(repository.resolve("org/example/geometry/1.0/geometry-1.0.pom")))
                .contains("<classifier>${ffi.natives.linux-x86_64}</classifier>")
                .contains("<id>ffi-host-windows-aarch_64</id>");
    }

    @ParameterizedTest
    @CsvSource({"host, 1", "none, 0"})
    void theAuthorMayChooseFewer(String natives, int expected, Path work) throws Exception {
        Path repository = Files.createDirectories(work.resolve(natives + "-repository"));
        TestProject application = TestProject.copy("application", work.resolve(natives));
        ChildMaven maven = new ChildMaven(Map.of(), Optional.empty(), TestSettings.MAVEN_HOME, repository);
        // Installed, it is what this user's builds find; the rest comes from where it was published.
        maven.run(library.folder(), "install", "-Dffi.natives=" + natives, publishedRepository())
                .succeeded();

        maven.run(application.folder(), "package", publishedRepository()).succeeded();
        assertThat(natives(application)).hasSize(expected).allMatch(HOST::equals);

        maven.run(application.folder(), "clean", "package", publishedRepository(), "-Dffi.platform=all")
                .succeeded();
        assertThat(natives(application))
                .hasSize(expected == 0 ? 0 : Platform.standard().size());
    }

    /** {@link GradleIT} has a Gradle read it. */
    @Test
    void metadataForGradleIsPublishedUnlessDeclined(Path work) throws IOException {
        Path folder = published.resolve("org/example/geometry/1.0");
        assertThat(Files.readString(folder.resolve("geometry-1.0.pom")))
                .containsPattern("<project [^>]*>\\s*<!-- do_not_remove: published-with-gradle-metadata -->");
        assertThat(Files.readString(folder.resolve("geometry-1.0.module")))
                .contains("\"sha256\": \"" + Jars.sha256(Files.readAllBytes(folder.resolve("geometry-1.0.jar"))))
                .contains("\"url\": \"geometry-1.0-osx-aarch_64.jar\"")
                .contains("\"module\": \"ffi-runtime\"");
        Path repository = work.resolve("published-for-maven");

        library.run(
                        "deploy",
                        "-Dffi.gradleMetadata=false",
                        "-DaltDeploymentRepository=published::" + repository.toUri(),
                        publishedRepository())
                .succeeded();

        folder = repository.resolve("org/example/geometry/1.0");
        assertThat(Files.readString(folder.resolve("geometry-1.0.pom"))).doesNotContain("gradle-metadata");
        assertThat(folder.resolve("geometry-1.0.module")).doesNotExist();
    }

    @Test
    void theProjectsOwnPomStaysAsItIs() throws IOException {
        assertThat(library.read("pom.xml")).doesNotContain("ffi.natives");
        assertThat(Files.readString(published.resolve("org/example/geometry/1.0/geometry-1.0.pom")))
                .contains("<classifier>${ffi.natives.linux-x86_64}</classifier>")
                .doesNotContain(library.folder().toString());
    }

    /** Maven sees files and no processes. Debian's musl, for compiling, puts a loader beside glibc, and not this file. */
    @Test
    void anInstalledMuslMakesNoMuslHost() throws IOException {
        assertThat(Files.readString(published.resolve("org/example/geometry/1.0/geometry-1.0.pom")))
                .contains(
                        "<exists>/lib/libc.musl-x86_64.so.1</exists>", "<missing>/lib/libc.musl-aarch64.so.1</missing>")
                .doesNotContain("ld-musl");
    }

    private static void assertRuns(TestProject application) throws Exception {
        BuildOutcome program = JavaProgram.run(
                List.of(application.jar(), application.file("target/lib/*")), "org.example.application.Main");
        assertThat(program.succeeded().lines()).containsExactly("it is a triangle");
    }

    /** The platforms whose native jar is on the run-time class path. */
    private static List<String> natives(TestProject application) throws IOException {
        String prefix = "geometry-1.0-";
        try (Stream<Path> jars = Files.list(application.file("target/lib"))) {
            return jars.map(jar -> jar.getFileName().toString())
                    .filter(name -> name.startsWith(prefix))
                    .map(name -> name.substring(prefix.length(), name.length() - ".jar".length()))
                    .toList();
        }
    }

    private static String publishedRepository() {
        return "-Dit.published=" + published.toUri();
    }
}
