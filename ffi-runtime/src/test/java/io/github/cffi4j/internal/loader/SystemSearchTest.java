package io.github.cffi4j.internal.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings that choose another library than the one that a binding in abi mode names. */
class SystemSearchTest {
    private static final List<String> CANDIDATES = List.of("/usr/lib/libgeo.so.2", "libgeo.so");

    @TempDir
    private Path folder;

    private FakeSurroundings surroundings;

    @BeforeEach
    void makeSurroundings() throws IOException {
        surroundings = new FakeSurroundings(folder);
    }

    @Test
    void withoutASettingTheNamesOfTheBindingCount() {
        assertThat(found()).isEqualTo(new SystemSearch(CANDIDATES, ""));
    }

    @Test
    void aNameIsForTheSystemsLoader() {
        surroundings.properties.put("cffi4j.geo.path", "libgeo.so.3");
        assertThat(found()).isEqualTo(new SystemSearch(List.of("libgeo.so.3"), "-Dcffi4j.geo.path=libgeo.so.3"));
    }

    @Test
    void aPathMayComeFromTheEnvironment() {
        String path = folder.resolve("libgeo.so.2").toString();
        surroundings.environment.put("CFFI4J_GEO_PATH", path);
        assertThat(found())
                .isEqualTo(new SystemSearch(List.of(path), "the environment variable CFFI4J_GEO_PATH=" + path));
    }

    @Test
    void systemTakesTheFirstOfTheLibraryPath() throws IOException {
        Path second = Files.createDirectories(folder.resolve("second"));
        surroundings.properties.put("cffi4j.geo.path", "system");
        surroundings.properties.put("java.library.path", folder + File.pathSeparator + second);
        assertThat(found().names())
                .containsExactly(
                        folder.resolve("libgeo.so.2").toString(),
                        folder.resolve("libgeo.so").toString(),
                        folder.resolve(System.mapLibraryName("geo")).toString());
        Path file = Files.createFile(second.resolve("libgeo.so.2"));
        assertThat(found()).isEqualTo(new SystemSearch(List.of(file.toString()), "-Dcffi4j.geo.path=system"));
    }

    @Test
    void aFolderNeedNotHaveIt() throws IOException {
        surroundings.properties.put("cffi4j.library.dir", folder.toString());
        assertThat(found()).isEqualTo(new SystemSearch(CANDIDATES, ""));
        Path own = Files.createFile(folder.resolve(System.mapLibraryName("geo")));
        assertThat(found()).isEqualTo(new SystemSearch(List.of(own.toString()), "-Dcffi4j.library.dir=" + folder));
        Path named = Files.createFile(folder.resolve("libgeo.so.2"));
        assertThat(found().names()).containsExactly(named.toString());
    }

    private SystemSearch found() {
        return SystemSearch.of(surroundings, "geo", CANDIDATES);
    }
}
