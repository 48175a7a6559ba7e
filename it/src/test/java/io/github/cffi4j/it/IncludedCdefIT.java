package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.Arena;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scijava.nativelib.NativeLoader;
import org.slf4j.LoggerFactory;

/** A module's cdef uses the types of another module's. */
@Tag("thorough")
@ExtendWith(WorkFolder.class)
class IncludedCdefIT {
    private static final String CLASSIFIER = Host.current().platform().classifier();

    private static TestProject family;

    @BeforeAll
    static void build(Path work) throws IOException {
        family = TestProject.copy("family", work);
        family.run("package", "-Dffi.platforms=host").succeeded();
    }

    @Test
    void whatOneLibraryReturnsTheOtherTakes() throws Exception {
        List<Path> classPath = new ArrayList<>(List.of(
                JavaProgram.jarOf(Arena.class),
                JavaProgram.jarOf(Platform.class),
                JavaProgram.jarOf(NativeLoader.class),
                JavaProgram.jarOf(LoggerFactory.class),
                JavaProgram.jarOf(org.slf4j.nop.NOPServiceProvider.class)));
        for (String module : List.of("shapes", "scenes")) {
            TestProject project = new TestProject(family.file(module));
            classPath.add(project.jar());
            classPath.add(project.jar(CLASSIFIER));
        }

        assertThat(JavaProgram.run(classPath, "org.example.scenes.Main")
                        .succeeded()
                        .lines())
                .containsExactly("point{x=4.0, y=2.0} point{x=2.0, y=1.0}");
    }

    @Test
    void aModuleThatIsNoDependencyHasNothingToInclude() throws IOException {
        TestProject scenes = new TestProject(family.file("scenes"));
        String pom = scenes.read("pom.xml");
        try {
            scenes.write("pom.xml", pom.replaceFirst("(?s)  <dependencies>.*</dependencies>\n", ""));

            assertThat(scenes.run("generate-sources", "-Dffi.platforms=host")
                            .failed()
                            .errors())
                    .startsWith(
                            "Scenes.cdef:1:10: there is no \"org/example/shapes/Shapes.cdef\"",
                            "    1 | #include \"org/example/shapes/Shapes.cdef\"",
                            "      |          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
                            "  fix: write its path from this cdef or from the cdefs' root, as in \"org/example/Base.cdef\"; if it"
                                    + " is another module's, depend on that module");
        } finally {
            scenes.write("pom.xml", pom);
        }
    }

    @Test
    void aSiblingThatMavenDoesNotGiveYetIsExplained() throws IOException {
        assertThat(family.run("generate-sources", "-Dffi.platforms=host")
                        .failed()
                        .errors())
                .contains(
                        "a cdef includes one that is not in this module, and what the module depends on cannot be had:")
                .anyMatch(line -> line.startsWith("  fix: if a module of this build is missing"));
    }

    @Test
    void whatIsUsedIsCheckedAgainstThisModulesHeaders() throws IOException {
        TestProject scenes = new TestProject(family.file("scenes"));
        String preamble = "src/main/ffi/org/example/scenes/Scenes.c";
        String original = scenes.read(preamble);
        try {
            scenes.replace(
                    preamble, "#include \"shapes.h\"", "struct point { float x, y; };\ntypedef struct shape shape;");

            assertThat(family.run("process-classes", "-Dffi.platforms=host")
                            .failed()
                            .errors())
                    .anyMatch(line -> line.startsWith("org/example/shapes/Shapes.cdef:1:23: "));
        } finally {
            scenes.write(preamble, original);
        }
    }
}
