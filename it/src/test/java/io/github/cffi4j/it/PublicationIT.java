package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.platform.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a build publishes is complete, or the build says what it lacks. */
@Tag("demanding")
@ExtendWith(WorkFolder.class)
class PublicationIT {
    private static final String HOST = Host.current().platform().classifier();
    private static final String EXECUTIONS = "        <artifactId>ffi-maven-plugin</artifactId>\n      </plugin>";

    /** maven-shade-plugin writes a POM of its own, after ffi:package wrote the one with the native jars (fault 29). */
    @ParameterizedTest
    @ValueSource(strings = {"3.8.9", "3.9.12", "4.0.0-rc-5"})
    void thePomOfAShadedModuleHasTheNativeJars(String version, Path work) throws IOException {
        TestProject project = TestProject.copy("geometry", work.resolve(version));
        project.replace("pom.xml", EXECUTIONS, EXECUTIONS + """

                      <plugin>
                        <artifactId>maven-shade-plugin</artifactId>
                        <version>3.6.2</version>
                        <executions>
                          <execution>
                            <phase>package</phase>
                            <goals><goal>shade</goal></goals>
                            <configuration>
                              <artifactSet><includes><include>org.slf4j:slf4j-nop</include></includes></artifactSet>
                            </configuration>
                          </execution>
                        </executions>
                      </plugin>
                """.stripTrailing());
        Path repository = work.resolve(version + "-published");

        ChildMaven.ofVersion(version, TestSettings.REPOSITORY)
                .run(
                        project.folder(),
                        "deploy",
                        "-Dffi.platforms=host",
                        "-Dffi.deployPartial",
                        "-DaltDeploymentRepository=published::" + repository.toUri())
                .succeeded();

        assertThat(project.file("dependency-reduced-pom.xml")).isRegularFile();
        assertThat(Files.readString(repository.resolve("org/example/geometry/1.0/geometry-1.0.pom")))
                .containsOnlyOnce("<classifier>${ffi.natives." + HOST + "}</classifier>")
                .containsOnlyOnce("<id>ffi-host-" + HOST + "</id>");
    }

    @Test
    void aReleaseWithoutSomePlatformsIsRefused(Path work) throws IOException {
        TestProject project = TestProject.copy("geometry", work);

        assertThat(deploy(project, work).failed().text())
                .contains("this build would publish geometry 1.0 without ")
                .contains("-Dffi.deployPartial");
        assertThat(work.resolve("published")).doesNotExist();
    }

    @Test
    void aSnapshotWithoutSomePlatformsIsWarnedOf(Path work) throws IOException {
        TestProject project = TestProject.copy("geometry", work);
        project.replace(
                "pom.xml",
                "<artifactId>geometry</artifactId>",
                "<artifactId>geometry</artifactId><version>1.1-SNAPSHOT</version>");

        assertThat(deploy(project, work).succeeded().lines())
                .anyMatch(line -> line.startsWith("[WARNING] this build would publish geometry 1.1-SNAPSHOT without "));
    }

    private static BuildOutcome deploy(TestProject project, Path work) {
        return project.run(
                "deploy",
                "-Dffi.platforms=host",
                "-DaltDeploymentRepository=published::"
                        + work.resolve("published").toUri());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8.9", "3.9.12", "4.0.0-rc-5"})
    void anExtensionBindsItsGoalsItself(String version, Path work) throws IOException {
        TestProject project = TestProject.copy("geometry", work.resolve(version));
        removeExecutions(project);
        project.replace("pom.xml", EXECUTIONS, """
                        <artifactId>ffi-maven-plugin</artifactId>
                        <extensions>true</extensions>
                        <configuration><defines><define>OF_THE_EXECUTION_TOO</define></defines></configuration>
                      </plugin>""");
        project.write("src/main/c/check.c", """
                #ifndef OF_THE_EXECUTION_TOO
                #error "the plugin's configuration did not reach its goals"
                #endif
                """);

        BuildOutcome build = ChildMaven.ofVersion(version, TestSettings.REPOSITORY)
                .run(project.folder(), "verify", "-Dffi.platforms=host")
                .succeeded();

        assertThat(build.info())
                .contains("1 cdef verified on 1 of 8 platforms, the others were not asked", "1 classifier jar")
                .anyMatch(line -> line.strip().startsWith(HOST) && line.endsWith(" ok"));
        assertThat(build.text()).doesNotContain("does not bind");
    }

    @Test
    void aForgottenGoalIsNamed(Path work) throws IOException {
        TestProject project = TestProject.copy("geometry", work);
        removeExecutions(project);
        project.replace("pom.xml", EXECUTIONS, """
                        <artifactId>ffi-maven-plugin</artifactId>
                        <executions><execution><goals><goal>generate</goal><goal>compile</goal></goals></execution></executions>
                      </plugin>""");

        BuildOutcome build = project.run("package", "-Dffi.platforms=host").succeeded();

        assertThat(build.text())
                .containsOnlyOnce(
                        "the POM does not bind package, audit of ffi-maven-plugin: the native libraries are neither"
                                + " packed nor published");
    }

    private static void removeExecutions(TestProject project) throws IOException {
        String parent = project.read("../parent/pom.xml");
        int from = parent.lastIndexOf("          <executions>");
        int to = parent.lastIndexOf("        </plugin>");
        project.write("../parent/pom.xml", parent.substring(0, from) + parent.substring(to));
    }
}
