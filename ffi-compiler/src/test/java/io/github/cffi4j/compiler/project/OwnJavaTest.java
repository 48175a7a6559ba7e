package io.github.cffi4j.compiler.project;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A class of a cdef beside the author's own Java (fault 26). */
class OwnJavaTest {
    @TempDir
    Path base;

    @ParameterizedTest
    @ValueSource(strings = {"org/example/Own.java", "org/example/package-info.java", "org/example/deep/er/Own.java"})
    void refusesAClassThatIsAlsoAPackage(String own) throws IOException {
        Path cdef = write("ffi/org/example.cdef");
        Path java = write("java/" + own);
        assertThatThrownBy(this::refuseClashes)
                .isInstanceOf(WrongSettingException.class)
                .hasMessage(cdef + ": class org.example is also the package of " + java
                        + ", which Java refuses; fix: rename the file or the folder");
    }

    @Test
    void refusesAClassThatIsGenerated() throws IOException {
        Path cdef = write("ffi/org/geo/Geo.cdef");
        Path java = write("java/org/geo/Geo.java");
        assertThatThrownBy(this::refuseClashes)
                .isInstanceOf(WrongSettingException.class)
                .hasMessage(cdef + ": class org.geo.Geo is generated from it, and " + java
                        + " is a class of that name; fix: rename one of the two files");
    }

    @Test
    void refusesAClassThatIsGeneratedBesideThat() throws IOException {
        Path cdef = write("ffi/org/geo/Geo.cdef");
        Path java = write("java/org/geo/GeoNative.java");
        assertThatThrownBy(this::refuseClashes)
                .isInstanceOf(WrongSettingException.class)
                .hasMessage(cdef + ": class org.geo.GeoNative is generated beside class org.geo.Geo, and " + java
                        + " is a class of that name; fix: rename one of the two files");
    }

    @Test
    void takesWhatJavaTakes() throws IOException {
        write("ffi/org/example.cdef");
        write("ffi/org/geo/Geo.cdef");
        write("java/module-info.java");
        write("java/org/Own.java");
        write("java/org/geo/GeoNatives.java");
        write("java/org/GeoNative.java");
        write("java/org/examples/Own.java");
        write("java/org/Example/Own.java");
        write("java/org/geo/geo/Own.java");
        write("java/org/example/notes.txt");
        assertThatCode(this::refuseClashes).doesNotThrowAnyException();
    }

    /** Those of a build before this one are about to be replaced. */
    @Test
    void takesNoGeneratedClassForOnesOwn() throws IOException {
        write("ffi/org/example.cdef");
        write("generated/org/example/Geo.java");
        assertThatCode(this::refuseClashes).doesNotThrowAnyException();
    }

    private void refuseClashes() throws IOException {
        ProjectLayout layout = new ProjectLayout(
                base,
                base.resolve("ffi"),
                List.of(),
                base.resolve("generated"),
                base.resolve("work"),
                base.resolve("classes"));
        OwnJava.refuseClashes(
                layout, List.of(base.resolve("java"), base.resolve("generated"), base.resolve("nowhere")));
    }

    private Path write(String path) throws IOException {
        Path file = base.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }
}
