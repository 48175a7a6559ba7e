package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One command gives a project that builds, tests and says how to release it, on the oldest Maven as well (fault 10a). */
@Tag("thorough")
@ExtendWith(WorkFolder.class)
class ArchetypeIT {

    @Test
    void aNewProjectPassesVerifyAsItIs(Path work) throws Exception {
        // An empty repository gets cffi4j from where "mvn install" put it.
        ChildMaven maven = ChildMaven.ofVersion("3.8.9", Files.createDirectories(work.resolve("repository")));
        String installed = "-Dit.published=" + TestSettings.REPOSITORY.toUri();
        maven.run(
                        work,
                        installed,
                        "org.apache.maven.plugins:maven-archetype-plugin:3.4.1:generate",
                        "-DarchetypeGroupId=io.github.cffi4j",
                        "-DarchetypeArtifactId=ffi-library",
                        "-DarchetypeVersion=" + TestSettings.VERSION,
                        "-DarchetypeCatalog=internal",
                        "-DinteractiveMode=false",
                        "-DgroupId=org.example",
                        "-DartifactId=greeting",
                        "-Dversion=1.0-SNAPSHOT",
                        "-Dpackage=org.example.greeting")
                .succeeded();
        TestProject project = new TestProject(work.resolve("greeting"));

        BuildOutcome build = maven.run(project.folder(), "verify", installed).succeeded();

        assertThat(build.info())
                .contains("1 cdef verified on 8 platforms", "8 classifier jars")
                .anyMatch(line -> line.startsWith("Tests run: 2, Failures: 0, Errors: 0, Skipped: 0"));
        assertThat(project.file(".github/workflows/ci.yml")).content().contains("${{ matrix.runner }}");
        assertThat(project.file(".github/workflows/release.yml")).isRegularFile();
        assertThat(project.file(".gitignore")).hasContent("target/");
        assertThat(Files.readString(project.file("README.md"))).contains("class `org.example.greeting.Hello`");
    }
}
