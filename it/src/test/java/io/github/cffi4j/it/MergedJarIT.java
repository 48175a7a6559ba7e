package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two libraries in one jar: what cannot work says what is wrong and how to mend it (fault 29). */
@Tag("thorough")
@ExtendWith(WorkFolder.class)
class MergedJarIT {
    private TestProject pair;
    private TestProject merged;

    @BeforeEach
    void copy(Path work) throws IOException {
        pair = TestProject.copy("pair", work);
        merged = TestProject.copy("merged", work);
        ChildMaven.usual().run(work.resolve("parent"), "install").succeeded();
    }

    @Test
    void twoLibrariesOfDifferentNamesWork() throws Exception {
        build();

        assertThat(run().succeeded().lines()).containsExactly("square 4.0", "circle 3");
    }

    @Test
    void twoLibrariesOfOneNameSayThatOneJarHasNoRoomForBoth() throws Exception {
        build("-Dffi.library=shapes");

        assertThat(run().failed().text())
                .contains(
                        "org.example.square.Square has no native methods in the library 'shapes' that was loaded for it")
                .contains("loaded:       the one of org.example:circle:1.0, as META-INF/cffi4j/shapes.properties says")
                .contains("made for:     org.example.circle.Circle")
                .contains("if two libraries named 'shapes' are packed into one jar")
                .contains("build one of them with another <library>");
    }

    @Test
    void aRelocatedBindingSaysSo() throws Exception {
        build("-Drelocated=org.example.square");

        assertThat(run().failed().text())
                .contains("shaded.org.example.square.Square has no native methods")
                .contains("do not relocate org.example.square.Square")
                .contains("<excludes><exclude>org.example.square.Square*</exclude></excludes>");
    }

    @Test
    void whatTheMessageSaysHelps() throws Exception {
        build("-Drelocated=org.example.square", "-Dexcluded=org.example.square.Square*");

        assertThat(run().succeeded().lines()).containsExactly("square 4.0", "circle 3");
    }

    @Test
    void theRuntimeMayBeRelocated() throws Exception {
        build("-Drelocated=io.github.cffi4j");

        assertThat(run().succeeded().lines()).containsExactly("square 4.0", "circle 3");
    }

    private void build(String... settings) {
        pair.run(with(settings, "install", "-Dffi.platforms=host")).succeeded();
        merged.run(with(settings, "clean", "package")).succeeded();
    }

    private static String[] with(String[] settings, String... more) {
        List<String> all = new ArrayList<>(List.of(more));
        all.addAll(List.of(settings));
        return all.toArray(new String[0]);
    }

    private BuildOutcome run() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return JavaProgram.run(List.of(java.toString(), "-jar", merged.jar().toString()));
    }
}
