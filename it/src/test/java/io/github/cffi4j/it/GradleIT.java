package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import io.github.cffi4j.platform.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A real Gradle, whose classes come from Maven Central, resolves a published library. */
@Tag("demanding")
@ExtendWith(WorkFolder.class)
class GradleIT {
    private static final String HOST = Host.current().platform().classifier();
    private static final String RUNTIME = "runtimeClasspath ";
    private static final String COMPILE = "compileClasspath ";

    /** Gradle looks into the JDK by reflection. */
    private static final List<String> OPENED = Stream.of("lang", "lang.invoke", "util", "nio.charset", "net")
            .flatMap(name -> Stream.of("--add-opens", "java.base/java." + name + "=ALL-UNNAMED"))
            .toList();

    private static Path published;
    private static String gradle;

    @BeforeAll
    static void publish(Path work) throws IOException {
        published = work.resolve("published");
        TestProject library = TestProject.copy("geometry", work);
        deploy(new TestProject(work.resolve("parent")));
        deploy(library);
        deploy(TestProject.copy("middle", work));
        String name = "<artifactId>geometry</artifactId>";
        library.replace("pom.xml", name, name + "<version>1.1-SNAPSHOT</version>");
        deploy(library);
        library.replace("pom.xml", "<version>1.1-SNAPSHOT</version>", "<version>1.2</version>");
        deploy(library, "-Dffi.gradleMetadata=false");

        Path classPath = work.resolve("gradle.classpath");
        TestProject.copy("gradle", work)
                .run("dependency:build-classpath", "-Dmdep.outputFile=" + classPath)
                .succeeded();
        gradle = Files.readString(classPath).strip();
    }

    private static void deploy(TestProject project, String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "deploy", "-DaltDeploymentRepository=published::" + published.toUri(), "-Dit.published=" + published));
        arguments.addAll(List.of(options));
        project.run(arguments.toArray(String[]::new)).succeeded();
    }

    @ParameterizedTest
    @ValueSource(strings = {"geometry:1.0", "geometry:1.1-SNAPSHOT", "middle:1.0"})
    void aPlainDependencyBringsAllNativeJars(String dependency, Path work) throws Exception {
        BuildOutcome resolved = resolve(work, "org.example:" + dependency);

        assertThat(natives(resolved, RUNTIME)).containsExactlyInAnyOrderElementsOf(Platform.classifiers(Tier.STANDARD));
        assertThat(natives(resolved, COMPILE)).isEmpty();
        assertThat(resolved.text()).contains(COMPILE).contains("ffi-runtime-");
    }

    @Test
    void whatGradleResolvedRuns(Path work) throws Exception {
        TestProject application = TestProject.copy("application", work);
        application.run("package", "-Dit.published=" + published).succeeded();
        List<Path> classPath = new ArrayList<>(List.of(application.jar()));
        classPath.addAll(files(resolve(work, "org.example:middle:1.0"), RUNTIME));

        BuildOutcome program = JavaProgram.run(classPath, "org.example.application.Main");

        assertThat(program.succeeded().lines()).containsExactly("it is a triangle");
    }

    /** By the attributes that docs/consuming.md shows. */
    @ParameterizedTest
    @CsvSource({
        "1.0, linux, x86-64, glibc, linux-x86_64",
        "1.0, linux, aarch64, musl, linux-aarch_64-musl",
        "1.0, macos, aarch64, , osx-aarch_64",
        "1.0, windows, x86-64, , windows-x86_64",
        "1.1-SNAPSHOT, linux, x86-64, musl, linux-x86_64-musl"
    })
    void attributesChooseOneNativeJar(
            String version, String system, String processor, String libc, String classifier, Path work)
            throws Exception {
        List<String> options = new ArrayList<>(
                List.of("capability=org.example:geometry-natives", "os=" + system, "arch=" + processor));
        if (libc != null) {
            options.add("libc=" + libc);
        }

        BuildOutcome resolved = resolve(work, "org.example:geometry:" + version, options.toArray(String[]::new));

        assertThat(natives(resolved, RUNTIME)).containsExactly(classifier);
        assertThat(natives(resolved, COMPILE)).isEmpty();
    }

    /** A repository that drops the {@code .module} file, or an author who makes none: the jars are named one by one. */
    @Test
    void withoutMetadataTheNativeJarsAreNamed(Path work) throws Exception {
        assertThat(natives(resolve(work, "org.example:geometry:1.2"), RUNTIME)).isEmpty();

        BuildOutcome named = resolve(work, "org.example:geometry:1.2", "alone", runtime(), nativeJar());

        assertThat(natives(named, RUNTIME)).containsExactly(HOST);
        assertThat(named.text()).contains("ffi-runtime-");
    }

    private static String runtime() {
        return "io.github.cffi4j:ffi-runtime:" + TestSettings.VERSION;
    }

    private static String nativeJar() {
        return "org.example:geometry:1.2:" + HOST;
    }

    private static BuildOutcome resolve(Path work, String dependency, String... options) throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(work), "gradle-project");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPENED);
        command.addAll(List.of(
                "-cp",
                gradle,
                TestSettings.PROJECTS
                        .resolveSibling("gradle/ResolveWithGradle.java")
                        .toString(),
                folder.toString(),
                Stream.of(published, TestSettings.REPOSITORY, TestSettings.OUTER_REPOSITORY)
                        .map(repository -> repository.toUri().toString())
                        .reduce((one, other) -> one + "," + other)
                        .orElseThrow(),
                dependency));
        command.addAll(List.of(options));
        return JavaProgram.run(command).succeeded();
    }

    private static List<Path> files(BuildOutcome resolved, String classPath) {
        return resolved.lines().stream()
                .filter(line -> line.startsWith(classPath))
                .map(line -> Path.of(line.substring(classPath.length())))
                .toList();
    }

    /** The platforms whose native jar is on a class path. */
    private static List<String> natives(BuildOutcome resolved, String classPath) {
        List<String> standard = Platform.classifiers(Tier.STANDARD);
        return files(resolved, classPath).stream()
                .map(Path::getFileName)
                .map(Path::toString)
                .filter(name -> name.startsWith("geometry-") && name.endsWith(".jar"))
                .map(name ->
                        name.replaceFirst("geometry-[0-9.]+(-SNAPSHOT)?-?", "").replace(".jar", ""))
                .filter(standard::contains)
                .toList();
    }
}
