package io.github.cffi4j.internal.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChosenLibraryTest {
    private static final String FILE_NAME = System.mapLibraryName("geo");

    @TempDir
    Path folder;

    private FakeSurroundings surroundings;

    @BeforeEach
    void setUp() throws IOException {
        surroundings = new FakeSurroundings(folder);
    }

    @Test
    void usuallyThereIsNone() {
        assertThat(find()).isEmpty();
    }

    @Test
    void thePropertyComesBeforeTheEnvironment() {
        surroundings.environment.put("CFFI4J_GEO_PATH", "/env/libgeo.so");
        assertThat(find())
                .contains(new ChosenLibrary(
                        Path.of("/env/libgeo.so").toAbsolutePath(),
                        "the environment variable CFFI4J_GEO_PATH=/env/libgeo.so"));

        surroundings.properties.put("cffi4j.geo.path", "/mine/libgeo.so");
        assertThat(find())
                .contains(new ChosenLibrary(
                        Path.of("/mine/libgeo.so").toAbsolutePath(), "-Dcffi4j.geo.path=/mine/libgeo.so"));
    }

    @Test
    void aFolderForAllNeedNotHaveAll() throws IOException {
        surroundings.properties.put("cffi4j.library.dir", folder.toString());
        assertThat(find()).isEmpty();

        Path file = Files.createFile(folder.resolve(FILE_NAME));
        assertThat(find()).contains(new ChosenLibrary(file, "-Dcffi4j.library.dir=" + folder));
    }

    @Test
    void theEnvironmentNamesTheFolderToo() throws IOException {
        Path file = Files.createFile(folder.resolve(FILE_NAME));
        surroundings.environment.put("CFFI4J_LIBRARY_DIR", folder.toString());

        assertThat(find()).map(ChosenLibrary::file).contains(file);
    }

    @Test
    void theSystemsLibraryIsTheFirstInTheLibraryPath() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Path file = Files.createFile(folder.resolve(FILE_NAME));
        surroundings.properties.put("java.library.path", other + File.pathSeparator + folder);
        surroundings.properties.put("cffi4j.geo.path", "system");

        assertThat(find()).contains(new ChosenLibrary(file, "-Dcffi4j.geo.path=system"));
    }

    @Test
    void namesOfVariablesHaveLettersAndDigitsOnly() {
        assertThat(Surroundings.variableOf("cffi4j.geo-utils.path")).isEqualTo("CFFI4J_GEO_UTILS_PATH");
    }

    private Optional<ChosenLibrary> find() {
        return ChosenLibrary.find(surroundings, "geo");
    }
}
