package io.github.cffi4j.compiler.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.cdef.IncludedTexts.IncludedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncludableCdefsTest {
    private static final String INCLUDER = "org/example/Geo.cdef";

    @TempDir
    private Path work;

    private IncludableCdefs cdefs;

    @BeforeEach
    void files() throws IOException {
        write("own/org/example/Base.cdef", "own");
        write("own/org/other/Other.cdef", "other");
        write("outside.cdef", "outside");
        write("classes/META-INF/cffi4j/cdef/org/example/Base.cdef", "shipped");
        write("classes/META-INF/cffi4j/cdef/org/sibling/Sibling.cdef", "sibling");
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(work.resolve("base.jar")))) {
            jar.putNextEntry(new ZipEntry("META-INF/cffi4j/cdef/org/packed/Packed.cdef"));
            jar.write("packed".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        cdefs = new IncludableCdefs(
                work.resolve("own"),
                () -> List.of(work.resolve("gone.jar"), work.resolve("classes"), work.resolve("base.jar")));
    }

    @Test
    void besideTheIncluderFromTheRootAndInDependencies() {
        assertThat(found("Base.cdef")).isEqualTo("org/example/Base.cdef own");
        assertThat(found("../other/Other.cdef")).isEqualTo("org/other/Other.cdef other");
        assertThat(found("org/other/Other.cdef")).isEqualTo("org/other/Other.cdef other");
        assertThat(found("../sibling/./Sibling.cdef")).isEqualTo("org/sibling/Sibling.cdef sibling");
        assertThat(found("org/packed/Packed.cdef")).isEqualTo("org/packed/Packed.cdef packed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../outside.cdef", "/outside.cdef", "..\\outside.cdef", "Gone.cdef", "a//b.cdef"})
    void nothingOutsideTheRoots(String written) {
        assertThat(found(written)).isEqualTo("nothing");
    }

    private String found(String written) {
        return cdefs.find(INCLUDER, written).map(IncludableCdefsTest::shown).orElse("nothing");
    }

    private static String shown(IncludedText text) {
        return text.path() + " " + text.source().text();
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(work.resolve(path).getParent());
        Files.writeString(work.resolve(path), text);
    }
}
