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

/** A real Gradle, whose classes come from Maven Central, runs the snippets of docs/consuming.md on a published library. */
@Tag("demanding")
@ExtendWith(WorkFolder.class)
class GradleIT {
    private static final String HOST = Host.current().platform().classifier();
    private static final List<String> ALL = Platform.classifiers(Tier.STANDARD);
    private static final String RUNTIME = "runtimeClasspath ";
    private static final String COMPILE = "compileClasspath ";

    /** Gradle looks into the JDK by reflection. */
    private static final List<String> OPENED = Stream.of("lang", "lang.invoke", "util", "nio.charset", "net")
            .flatMap(name -> Stream.of("--add-opens", "java.base/java." + name + "=ALL-UNNAMED"))
            .toList();

    private static Path published;
    private static Path withoutModuleFiles;
    private static String gradle;
    private static DocsPage page;

    @BeforeAll
    static void publish(Path work) throws IOException {
        PublishedGeo geo = PublishedGeo.in(work);
        published = geo.folder();
        TestProject library = geo.library();
        String name = "<artifactId>geo</artifactId>";
        library.replace("pom.xml", name, name + "<version>1.1-SNAPSHOT</version>");
        geo.deploy(library);
        library.replace("pom.xml", "<version>1.1-SNAPSHOT</version>", "<version>1.2</version>");
        geo.deploy(library, "-Dffi.gradleMetadata=false");
        withoutModuleFiles = mirror(work.resolve("mirror"));
        gradle = PublishedGeo.client("gradle", work);
        page = DocsPage.read("consuming.md");
    }

    /** A repository that has everything except the files for Gradle, as some mirrors. */
    private static Path mirror(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(published)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(published.relativize(file).toString());
                if (!file.getFileName().toString().contains(".module")) {
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
        return folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"geo:1.0", "geo:1.1-SNAPSHOT", "middle:1.0"})
    void aPlainDependencyBringsAllNativeJars(String dependency, Path work) throws Exception {
        BuildOutcome resolved = resolve(work, published, plain().replace("geo:1.0", dependency));

        assertThat(natives(resolved, RUNTIME)).containsExactlyInAnyOrderElementsOf(ALL);
        assertThat(natives(resolved, COMPILE)).isEmpty();
        assertThat(resolved.text()).contains(COMPILE).contains("ffi-runtime-");
    }

    @Test
    void whatGradleResolvedRuns(Path work) throws Exception {
        TestProject application = TestProject.copy("application", work);
        application.run("package", "-Dit.published=" + published.toUri()).succeeded();
        List<Path> classPath = new ArrayList<>(List.of(application.jar()));
        classPath.addAll(files(resolve(work, published, plain().replace("geo:1.0", "middle:1.0")), RUNTIME));

        BuildOutcome program = JavaProgram.run(classPath, "org.example.application.Main");

        assertThat(program.succeeded().lines()).containsExactly("it is a triangle");
    }

    /** The snippet is for Linux with glibc on x86-64; its comments say what to write for the others. */
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
        String script = script("operatingSystem")
                .replace("geo:1.0", "geo:" + version)
                .replace("\"linux\"", "\"" + system + "\"")
                .replace("\"x86-64\"", "\"" + processor + "\"");
        script = libc == null ? script.replaceAll(".*cffi4j.libc.*\n", "") : script.replace("glibc", libc);

        BuildOutcome resolved = resolve(work, published, script);

        assertThat(natives(resolved, RUNTIME)).containsExactly(classifier);
        assertThat(natives(resolved, COMPILE)).isEmpty();
    }

    /** A repository that drops the {@code .module} file, and an author who makes none. */
    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1.2"})
    void thePomBringsNoNativeJarButOneCanBeNamed(String version, Path work) throws Exception {
        BuildOutcome plain = resolve(work, withoutModuleFiles, plain().replace("geo:1.0", "geo:" + version));
        assertThat(natives(plain, RUNTIME)).isEmpty();
        assertThat(plain.text()).contains("geo-" + version + ".jar");

        BuildOutcome named = resolve(
                work,
                withoutModuleFiles,
                script("runtimeOnly").replace("geo:1.0", "geo:" + version).replace("linux-x86_64", HOST));

        assertThat(natives(named, RUNTIME)).containsExactly(HOST);
        assertThat(natives(named, COMPILE)).isEmpty();
        assertThat(PublishedGeo.run(files(named, RUNTIME))).contains("distance: 5.0");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theModuleOfAllPlatformsNeedsNoMetadata(boolean metadata, Path work) throws Exception {
        BuildOutcome resolved = resolve(work, metadata ? published : withoutModuleFiles, script("geo-platforms"));

        assertThat(natives(resolved, RUNTIME)).containsExactlyInAnyOrderElementsOf(ALL);
        assertThat(natives(resolved, COMPILE)).isEmpty();
        assertThat(files(resolved, COMPILE)).anyMatch(file -> file.endsWith("geo-1.0.jar"));
        assertThat(PublishedGeo.run(files(resolved, RUNTIME))).contains("distance: 5.0");
    }

    /** The build script of docs/command-line.md; the tasks that compile and pack get what it made. */
    @Test
    void theCommandLineBuildsALibrary(Path work) throws Exception {
        TestProject project = TestProject.copy("geometry", work);
        String script = DocsPage.read("command-line.md")
                .block(GradleIT.class, "groovy", "ffiBuild")
                .replace(":0.1.0'", ":" + TestSettings.VERSION + "'");
        project.write("build.gradle", script);

        BuildOutcome built = use(project.folder(), published, "ffiBuild");

        Path made = project.file("build/ffi");
        assertThat(built.text()).contains("1 cdef verified on 8 platforms");
        assertThat(files(built, "compileJava ")).contains(made.resolve("java/org/example/geo/Geo.java"));
        assertThat(files(built, "processResources ")).contains(made.resolve("classes/META-INF/cffi4j/geo.properties"));
        try (Stream<Path> jars = Files.list(made.resolve("jars"))) {
            assertThat(jars.map(jar -> jar.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(ALL.stream()
                            .map(classifier -> "geo-1.0-" + classifier + ".jar")
                            .toList());
        }
    }

    private static String plain() {
        return script("{ implementation(\"org.example:geo:1.0\") }");
    }

    private static String script(String part) {
        return page.block(GradleIT.class, "groovy", part);
    }

    private static BuildOutcome resolve(Path work, Path repository, String script) throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(work), "gradle-project");
        Files.writeString(folder.resolve("build.gradle"), script);
        return use(folder, repository, "resolve");
    }

    private static BuildOutcome use(Path folder, Path repository, String task) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPENED);
        command.addAll(List.of(
                "-cp",
                gradle,
                TestSettings.PROJECTS.resolveSibling("clients/UseGradle.java").toString(),
                folder.toString(),
                folder.resolve("build.gradle").toString(),
                task));
        command.addAll(PublishedGeo.repositories(repository));
        return JavaProgram.run(command).succeeded();
    }

    private static List<Path> files(BuildOutcome resolved, String classPath) {
        return resolved.lines().stream()
                .filter(line -> line.startsWith(classPath))
                .map(line -> Path.of(line.substring(classPath.length())))
                .toList();
    }

    private static List<String> natives(BuildOutcome resolved, String classPath) {
        return PublishedGeo.natives(files(resolved, classPath));
    }
}
