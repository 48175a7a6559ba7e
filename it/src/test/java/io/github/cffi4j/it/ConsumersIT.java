package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import io.github.cffi4j.platform.Tier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real build tools, whose classes come from Maven Central, use a published library as docs/consuming.md says. */
@Tag("demanding")
@ExtendWith(WorkFolder.class)
class ConsumersIT {
    private static final String HOST = Host.current().platform().classifier();
    private static final List<String> ALL = Platform.classifiers(Tier.STANDARD);
    private static final Path CLIENTS = TestSettings.PROJECTS.resolveSibling("clients");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static Path published;
    private static DocsPage page;

    @BeforeAll
    static void publish(Path work) throws IOException {
        published = PublishedGeo.in(work).folder();
        page = DocsPage.read("consuming.md");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8.9", "3.9.12", "4.0.0-rc-5"})
    void mavenTakesOnePlatform(String version, Path work) throws Exception {
        TestProject project = new TestProject(work.resolve(version));
        project.write(
                "pom.xml",
                String.format(Locale.ROOT, """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example</groupId>
                  <artifactId>app</artifactId>
                  <version>1.0</version>
                  <dependencies>
                %s
                  </dependencies>
                </project>
                """, snippet("xml", "<exclusion>").replace("linux-x86_64", HOST)));

        ChildMaven.ofVersion(version, Files.createDirectories(work.resolve(version + "-repository")))
                .run(
                        project.folder(),
                        "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath",
                        "-Dmdep.outputFile=classpath",
                        "-Dit.published=" + published.toUri())
                .succeeded();

        List<Path> classPath = PublishedGeo.jars(project.read("classpath"));
        assertThat(PublishedGeo.natives(classPath)).containsExactly(HOST);
        assertRuns(classPath);
    }

    @Test
    void ivyTakesTheModuleOfAllPlatforms(Path work) throws Exception {
        List<Path> classPath = ivy(work, snippet("xml", "geo-platforms"));

        assertThat(PublishedGeo.natives(classPath)).containsExactlyInAnyOrderElementsOf(ALL);
        assertRuns(classPath);
    }

    @Test
    void ivyTakesOnePlatformByItsClassifier(Path work) throws Exception {
        List<Path> classPath = ivy(work, snippet("xml", "m:classifier").replace("linux-x86_64", HOST));

        assertThat(PublishedGeo.natives(classPath)).containsExactly(HOST);
        assertRuns(classPath);
    }

    @Test
    void ivyGetsNoNativeJarFromThePlainDependency(Path work) throws Exception {
        List<Path> classPath = ivy(work, snippet("xml", "geo-platforms").replace("geo-platforms", "geo"));

        assertThat(classPath).anyMatch(file -> file.endsWith("geo-1.0.jar"));
        assertThat(PublishedGeo.natives(classPath)).isEmpty();
    }

    @Test
    void antRunsWhatIvyResolved(Path work) throws Exception {
        TestProject project = ivyProject(work, snippet("xml", "geo-platforms"));
        project.write(
                "build.xml", snippet("xml", "ivy:cachepath").replace("org.example.app.App", "org.example.geo.Main"));

        BuildOutcome ant = run(
                project.folder(),
                "-cp",
                PublishedGeo.client("ant", work),
                "org.apache.tools.ant.Main",
                "-f",
                project.file("build.xml").toString());

        assertThat(ant.lines().stream().map(String::strip)).contains("[java] distance: 5.0");
    }

    @Test
    void coursierNeedsNothing(Path work) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "-cp",
                PublishedGeo.client("coursier", work),
                CLIENTS.resolve("ResolveWithCoursier.java").toString(),
                work.resolve("coursier").toString(),
                "org.example:geo:1.0"));
        arguments.addAll(PublishedGeo.repositories(published));

        List<Path> classPath = run(work, arguments.toArray(String[]::new)).lines().stream()
                .filter(line -> line.endsWith(".jar"))
                .map(Path::of)
                .toList();

        assertThat(PublishedGeo.natives(classPath)).containsExactlyInAnyOrderElementsOf(ALL);
        assertRuns(classPath);
    }

    @Test
    void sbtNeedsNothing(Path work) throws Exception {
        TestProject project = new TestProject(work.resolve("sbt"));
        project.write("project/build.properties", "sbt.version=1.11.7\n");
        project.write("build.sbt", snippet("scala", "libraryDependencies"));
        project.write("java.sbt", "autoScalaLibrary := false\n");
        StringBuilder repositories = new StringBuilder("[repositories]\n");
        for (String repository : PublishedGeo.repositories(published)) {
            String name = "local-" + repositories.length();
            repositories
                    .append("  ")
                    .append(name)
                    .append(": ")
                    .append(repository)
                    .append('\n');
        }
        project.write("repositories", repositories.append("  maven-central\n").toString());
        List<String> arguments = new ArrayList<>();
        for (String folder : List.of("boot.directory", "global.base", "ivy.home", "coursier.home")) {
            arguments.add("-Dsbt." + folder + "=" + project.file("home/" + folder));
        }
        arguments.addAll(List.of(
                "-Dsbt.override.build.repos=true",
                "-Dsbt.repository.config=" + project.file("repositories"),
                "-Dsbt.color=false",
                "-Dsbt.supershell=false",
                "-Dsbt.server.autostart=false",
                "-jar",
                PublishedGeo.client("sbt", work),
                "export Runtime/dependencyClasspath"));

        List<String> printed =
                run(project.folder(), arguments.toArray(String[]::new)).lines();

        List<Path> classPath = PublishedGeo.jars(printed.get(printed.size() - 1));
        assertThat(PublishedGeo.natives(classPath)).containsExactlyInAnyOrderElementsOf(ALL);
        assertRuns(classPath);
    }

    @Test
    void depsEdnNeedsNothing(Path work) throws Exception {
        TestProject project = new TestProject(work.resolve("clojure"));
        project.write("deps.edn", snippet("clojure", "org.example/geo"));
        List<String> arguments = new ArrayList<>(List.of(
                "-cp",
                PublishedGeo.client("tools-deps", work),
                "clojure.main",
                CLIENTS.resolve("resolve-with-tools-deps.clj").toString(),
                project.file("downloads").toString(),
                project.file("deps.edn").toString()));
        arguments.addAll(PublishedGeo.repositories(published));

        String printed = run(project.folder(), arguments.toArray(String[]::new)).lines().stream()
                .filter(line -> line.startsWith("classpath "))
                .findFirst()
                .orElseThrow();

        List<Path> classPath = PublishedGeo.jars(printed.substring("classpath ".length()));
        assertThat(PublishedGeo.natives(classPath)).containsExactlyInAnyOrderElementsOf(ALL);
        assertRuns(classPath);
    }

    private static String snippet(String language, String part) {
        return page.block(ConsumersIT.class, language, part);
    }

    private static void assertRuns(List<Path> classPath) throws IOException, InterruptedException {
        assertThat(PublishedGeo.run(classPath)).contains("distance: 5.0");
    }

    /** What Ivy resolves for a module. */
    private static List<Path> ivy(Path work, String module) throws Exception {
        TestProject project = ivyProject(work, module);
        run(
                project.folder(),
                "-cp",
                PublishedGeo.client("ant", work),
                "org.apache.ivy.Main",
                "-settings",
                project.file("ivysettings.xml").toString(),
                "-ivy",
                project.file("ivy.xml").toString(),
                "-cachepath",
                project.file("classpath").toString());
        return PublishedGeo.jars(project.read("classpath"));
    }

    private static TestProject ivyProject(Path work, String module) throws IOException {
        TestProject project = new TestProject(work.resolve("ivy"));
        StringBuilder resolvers = new StringBuilder();
        for (String repository : PublishedGeo.repositories(published)) {
            resolvers.append(String.format(
                    Locale.ROOT, "<ibiblio name='%d' m2compatible='true' root='%s'/>", resolvers.length(), repository));
        }
        project.write("ivy.xml", module);
        project.write("ivysettings.xml", String.format(Locale.ROOT, """
                <ivysettings>
                  <settings defaultResolver="all"/>
                  <caches defaultCacheDir="%s"/>
                  <resolvers><chain name="all">%s</chain></resolvers>
                </ivysettings>
                """, project.file("cache"), resolvers));
        return project;
    }

    /** Runs Java in a folder; its errors are in a file of their own, because some tools report progress there. */
    private static BuildOutcome run(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                Stream.concat(Stream.of(JAVA), Stream.of(arguments)).toList();
        Path errors = folder.resolve("errors");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(errors.toFile())
                .start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed + Files.readString(errors)).isZero();
        return new BuildOutcome(0, printed.lines().toList());
    }
}
