package io.github.cffi4j.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFoldersTest {
    @TempDir
    Path folder;

    @Test
    void linuxHasTheCachesOfItsHome() throws IOException {
        FakeSurroundings surroundings = new FakeSurroundings(folder);

        assertThat(CacheFolders.of(surroundings))
                .containsExactly(
                        folder.resolve("home/.cache/cffi4j"),
                        folder.resolve("home/.cffi4j"),
                        folder.resolve("tmp/cffi4j-ada"));
    }

    @Test
    void linuxHasXdgCaches() throws IOException {
        FakeSurroundings surroundings = new FakeSurroundings(folder);
        surroundings.environment.put("XDG_CACHE_HOME", folder.resolve("xdg").toString());

        assertThat(CacheFolders.of(surroundings))
                .containsExactly(
                        folder.resolve("xdg/cffi4j"), folder.resolve("home/.cffi4j"), folder.resolve("tmp/cffi4j-ada"));
    }

    @Test
    void aRelativeXdgFolderDoesNotCount() throws IOException {
        FakeSurroundings surroundings = new FakeSurroundings(folder);
        surroundings.environment.put("XDG_CACHE_HOME", "caches");

        assertThat(CacheFolders.of(surroundings)).startsWith(folder.resolve("home/.cache/cffi4j"));
    }

    @Test
    void macOsHasLibraryCaches() throws IOException {
        FakeSurroundings surroundings = new FakeSurroundings(folder);
        surroundings.host = FakeSurroundings.host("Mac OS X", "aarch64");
        surroundings.environment.put("XDG_CACHE_HOME", folder.resolve("xdg").toString());

        assertThat(CacheFolders.of(surroundings)).startsWith(folder.resolve("home/Library/Caches/cffi4j"));
    }

    @Test
    void windowsHasLocalAppData() throws IOException {
        FakeSurroundings surroundings = new FakeSurroundings(folder);
        surroundings.host = FakeSurroundings.host("Windows 11", "amd64");
        surroundings.environment.put("LOCALAPPDATA", folder.resolve("local").toString());

        assertThat(CacheFolders.of(surroundings)).startsWith(folder.resolve("local/cffi4j"));
    }

    @Test
    void theConfiguredFolderIsFirst() throws IOException {
        FakeSurroundings surroundings = new FakeSurroundings(folder);
        surroundings.properties.put("cffi4j.cache.dir", folder.resolve("mine").toString());

        assertThat(CacheFolders.of(surroundings))
                .containsExactly(
                        folder.resolve("mine"),
                        folder.resolve("home/.cache/cffi4j"),
                        folder.resolve("home/.cffi4j"),
                        folder.resolve("tmp/cffi4j-ada"));
    }

    @Test
    void theEnvironmentConfiguresToo() throws IOException {
        FakeSurroundings surroundings = new FakeSurroundings(folder);
        surroundings.environment.put("CFFI4J_CACHE_DIR", folder.resolve("mine").toString());

        assertThat(CacheFolders.of(surroundings)).startsWith(folder.resolve("mine"));
    }

    @Test
    void aUserWithoutHomeAndNameHasTheTemporaryFolder() throws IOException {
        FakeSurroundings surroundings = new FakeSurroundings(folder);
        surroundings.properties.put("user.home", "?");
        surroundings.user = new CurrentUser(1000, "?");

        assertThat(CacheFolders.of(surroundings)).containsExactly(folder.resolve("tmp/cffi4j-3f"));
    }
}
