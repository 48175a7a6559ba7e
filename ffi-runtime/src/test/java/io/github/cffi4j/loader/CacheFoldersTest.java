package io.github.cffi4j.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFoldersTest {
    @TempDir
    Path folder;

    @Test
    void linuxHasTheCachesOfItsHome() {
        FakeSurroundings surroundings = new FakeSurroundings(folder);

        assertThat(CacheFolders.of(surroundings.get()))
                .containsExactly(folder.resolve("home/.cache/cffi4j"), folder.resolve("tmp/cffi4j-ada"));
    }

    @Test
    void linuxHasXdgCaches() {
        FakeSurroundings surroundings = new FakeSurroundings(folder);
        surroundings.environment.put("XDG_CACHE_HOME", folder.resolve("xdg").toString());

        assertThat(CacheFolders.of(surroundings.get()))
                .containsExactly(folder.resolve("xdg/cffi4j"), folder.resolve("tmp/cffi4j-ada"));
    }

    @Test
    void aRelativeXdgFolderDoesNotCount() {
        FakeSurroundings surroundings = new FakeSurroundings(folder);
        surroundings.environment.put("XDG_CACHE_HOME", "caches");

        assertThat(CacheFolders.of(surroundings.get())).startsWith(folder.resolve("home/.cache/cffi4j"));
    }

    @Test
    void macOsHasLibraryCaches() {
        FakeSurroundings surroundings = new FakeSurroundings(folder);
        surroundings.host = FakeSurroundings.host("Mac OS X", "aarch64");
        surroundings.environment.put("XDG_CACHE_HOME", folder.resolve("xdg").toString());

        assertThat(CacheFolders.of(surroundings.get())).startsWith(folder.resolve("home/Library/Caches/cffi4j"));
    }

    @Test
    void windowsHasLocalAppData() {
        FakeSurroundings surroundings = new FakeSurroundings(folder);
        surroundings.host = FakeSurroundings.host("Windows 11", "amd64");
        surroundings.environment.put("LOCALAPPDATA", folder.resolve("local").toString());

        assertThat(CacheFolders.of(surroundings.get())).startsWith(folder.resolve("local/cffi4j"));
    }

    @Test
    void theConfiguredFolderIsFirst() {
        FakeSurroundings surroundings = new FakeSurroundings(folder);
        surroundings.properties.put("cffi4j.cache.dir", folder.resolve("mine").toString());

        assertThat(CacheFolders.of(surroundings.get()))
                .containsExactly(
                        folder.resolve("mine"), folder.resolve("home/.cache/cffi4j"), folder.resolve("tmp/cffi4j-ada"));
    }

    @Test
    void aUserWithoutHomeAndNameHasTheTemporaryFolder() {
        FakeSurroundings surroundings = new FakeSurroundings(folder);
        surroundings.properties.put("user.home", "?");
        surroundings.properties.put("user.name", "?");

        assertThat(CacheFolders.of(surroundings.get())).containsExactly(folder.resolve("tmp/cffi4j-3f"));
    }
}
