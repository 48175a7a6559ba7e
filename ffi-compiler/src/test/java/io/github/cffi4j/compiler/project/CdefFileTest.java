package io.github.cffi4j.compiler.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CdefFileTest {
    @TempDir
    private Path root;

    @Test
    void aPathIsAClass() throws IOException {
        Path geo = write("org/example/Geo.cdef");
        Path preamble = write("org/example/Geo.c");
        Path top = write("Top.cdef");
        write("org/example/readme.txt");
        assertThat(CdefFile.find(root))
                .containsExactly(
                        new CdefFile(top, "", "Top", Optional.empty()),
                        new CdefFile(geo, "org.example", "Geo", Optional.of(preamble)));
        assertThat(CdefFile.find(root)).extracting(CdefFile::binaryName).containsExactly("Top", "org.example.Geo");
    }

    @Test
    void thereNeedBeNoFolder() throws IOException {
        assertThat(CdefFile.find(root.resolve("nowhere"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "geo-lib.cdef",
                "1st.cdef",
                "class.cdef",
                "new/Geo.cdef",
                "my pack/Geo.cdef",
                "Foo.Bar.cdef",
                "org.example/Geo.cdef",
                "record.cdef",
                "var.cdef"
            })
    void refusesPathsThatCannotBeClasses(String path) throws IOException {
        Path file = write(path);
        assertThatThrownBy(() -> CdefFile.find(root))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageStartingWith(file + ": its path becomes the name of a Java class, and '")
                .hasMessageContaining("' cannot be the name of a ")
                .hasMessageContaining("; fix: rename the f");
    }

    /** A package may have the name (fault 26). */
    @Test
    void refusesAClassThatIsAlsoAPackage() throws IOException {
        Path example = write("org/example.cdef");
        Path below = write("org/example/deep/T.cdef");
        write("org/examples/T.cdef");
        assertThatThrownBy(() -> CdefFile.find(root))
                .isInstanceOf(WrongSettingException.class)
                .hasMessage(example + ": class org.example is also the package of " + below
                        + ", which Java refuses; fix: rename the file or the folder");
    }

    @Test
    void refusesAClassThatIsGeneratedBesideAnother() throws IOException {
        Path geo = write("org/example/Geo.cdef");
        Path other = write("org/example/GeoNative.cdef");
        write("org/GeoNative.cdef");
        assertThatThrownBy(() -> CdefFile.find(root))
                .isInstanceOf(WrongSettingException.class)
                .hasMessage(geo + ": class org.example.GeoNative is generated beside class org.example.Geo, and "
                        + other + " is a class of that name; fix: rename one of the two files");
    }

    /** (fault 26) */
    @Test
    @EnabledOnOs(OS.LINUX)
    void refusesClassesThatAreOneFileElsewhere() throws IOException {
        write("org/example/Geo.cdef");
        write("org/example/GEO.cdef");
        assertThatThrownBy(() -> CdefFile.find(root)).hasMessageContaining("only in upper and lower case");
    }

    /** (fault 9) */
    @ParameterizedTest
    @ValueSource(strings = {"Geo.CDEF", "Geo.Cdef", "Geo.cdef.txt", "Geo.cdefs", "org/Geo.CDEF"})
    void refusesASuffixThatIsNearlyRight(String path) throws IOException {
        Path file = write(path);
        assertThatThrownBy(() -> CdefFile.find(root))
                .hasMessage(file + ": is not read as a cdef; fix: rename it, the suffix is '.cdef' in lower case");
    }

    /** (fault 9) */
    @ParameterizedTest
    @ValueSource(strings = {"geo.c", "Geo.m", "Geo.CXX", "GEO.cpp"})
    void refusesAFileThatIsNearlyThePreamble(String name) throws IOException {
        write("Geo.cdef");
        Path file = write(name);
        assertThatThrownBy(() -> CdefFile.find(root))
                .hasMessage(
                        file + ": is not taken for the preamble of Geo.cdef; rename it to Geo.c, or Geo.cpp for C++");
    }

    /** (fault 9) */
    @ParameterizedTest
    @ValueSource(strings = {"Geo.c", "Geo.cpp", "Geo.c++", "Geo.C", "Geo.cp"})
    void takesCAndCppForThePreamble(String name) throws IOException {
        write("Geo.cdef");
        Path preamble = write(name);
        write("geo.h");
        write("other.c");
        assertThat(CdefFile.find(root)).extracting(CdefFile::preamble).containsExactly(Optional.of(preamble));
    }

    @Test
    void refusesTwoPreambles() throws IOException {
        Path cdef = write("Geo.cdef");
        write("Geo.c");
        write("Geo.cpp");
        assertThatThrownBy(() -> CdefFile.find(root))
                .hasMessage(cdef + ": has two preambles, Geo.c and Geo.cpp; keep one of them");
    }

    @Test
    void passesOverHiddenFilesAndFolders() throws IOException {
        write("._Geo.cdef");
        Files.createDirectories(root.resolve("Folder.cdef"));
        assertThat(CdefFile.find(root)).isEmpty();
    }

    @Test
    void saysThatATextIsNotUtf8() throws IOException {
        Path file = root.resolve("Geo.cdef");
        Files.write(file, new byte[] {'/', '/', (byte) 0xe9, '\n'});
        CdefFile cdef = CdefFile.find(root).get(0);
        assertThatThrownBy(cdef::text)
                .isInstanceOf(WrongSettingException.class)
                .hasMessage(file + ": not UTF-8; save it in that encoding")
                .hasNoCause();
    }

    private Path write(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }
}
