package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application with one dependency, in one jar: made by the plugins people make such jars with. */
@Tag("thorough")
@ExtendWith(WorkFolder.class)
class OneJarIT {
    private static TestProject application;

    @BeforeAll
    static void buildApplication(Path work) throws IOException {
        application = build(work);
    }

    /** Builds it, with all platforms. */
    static TestProject build(Path work) throws IOException {
        TestProject library = TestProject.copy("geometry", work);
        TestProject application = TestProject.copy("onejar", work);
        // Of its own: other tests install the same library with fewer platforms.
        String here = "-Dmaven.repo.local=" + TestSettings.REPOSITORY.resolveSibling("onejar-repository");
        String published = "-Dit.published=" + work.resolve("published").toUri();
        String deploy = "-DaltDeploymentRepository=published::"
                + work.resolve("published").toUri();
        ChildMaven.usual()
                .run(work.resolve("parent"), "deploy", deploy, published, here)
                .succeeded();
        library.run("deploy", deploy, published, here).succeeded();
        application.run("package", published, here).succeeded();
        return application;
    }

    /** @param kind how the jar was made: shaded, or by Spring Boot */
    static Path jar(TestProject application, String kind) {
        return application.file("target/onejar-1.0-" + kind + ".jar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shaded", "boot"})
    void runs(String kind) throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");

        BuildOutcome program = JavaProgram.run(
                List.of(java.toString(), "-jar", jar(application, kind).toString()));

        assertThat(program.succeeded().lines()).containsExactly("a triangle on " + System.getProperty("os.arch"));
    }

    @Test
    void theShadedJarHasTheLibrariesOfAllPlatforms() throws IOException {
        try (JarFile jar = new JarFile(jar(application, "shaded").toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName).filter(OneJarIT::library))
                    .hasSize(Platform.standard().size());
        }
    }

    private static boolean library(String entry) {
        return entry.matches("META-INF/lib/.*\\.(so|dylib|dll)");
    }
}
