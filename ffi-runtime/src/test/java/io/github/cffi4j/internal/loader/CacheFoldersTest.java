package io.github.cffi4j.internal.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheFoldersTest {
    @TempDir
    Path folder;

    private final List<Refusal> refusals = new ArrayList<>();

    @Test
    void linuxHasTheCachesOfItsHome() throws IOException {
        FakeSurroundings surroundings = new FakeSurroundings(folder);

        assertThat(folders(surroundings))
                .containsExactly(
                        folder.resolve("home/.cache/cffi4j"),
                        folder.resolve("home/.cffi4j"),
                        folder.resolve("tmp/cffi4j-ada"));
    }

    @Test
    void linuxHasXdgCaches() throws IOException {
        FakeSurroundings surroundings = new FakeSurroundings(folder);
        surroundings.environment.put("XDG_CACHE_HOME", folder.resolve("xdg").toString());

        assertThat(folders(surroundings))
                .containsExactly(
                        folder.resolve("xdg/cffi4j"), folder.resolve("home/.cffi4j"), folder.resolve("tmp/cffi4j-ada"));
    }

    @Test
    void aRelativeXdgFolderDoesNotCount() throws IOException {
        FakeSurroundings surroundings = new FakeSurroundings(folder);
        surroundings.environment.put("XDG_CACHE_HOME", "caches");

        assertThat(folders(surroundings)).startsWith(folder.resolve("home/.cache/cffi4j"));
    }

    @Test
    void macOsHasLibraryCaches() throws IOException {
        FakeSurroundings surroundings = new FakeSurroundings(folder);
        surroundings.host = FakeSurroundings.host("Mac OS X", "aarch64");
        surroundings.environment.put("XDG_CACHE_HOME", folder.resolve("xdg").toString());

        assertThat(folders(surroundings)).startsWith(folder.resolve("home/Library/Caches/cffi4j"));
    }

    @Test
    void windowsHasLocalAppData() throws IOException {
        FakeSurroundings surroundings = new FakeSurroundings(folder);
        surroundings.host = FakeSurroundings.host("Windows 11", "amd64");
        surroundings.environment.put("LOCALAPPDATA", folder.resolve("local").toString());

        assertThat(folders(surroundings)).startsWith(folder.resolve("local/cffi4j"));
    }

    @Test
    void theConfiguredFolderIsFirst() throws IOException {
        FakeSurroundings surroundings = new FakeSurroundings(folder);
        surroundings.properties.put("cffi4j.cache.dir", folder.resolve("mine").toString());

        assertThat(folders(surroundings))
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

        assertThat(folders(surroundings)).startsWith(folder.resolve("mine"));
    }

    @Test
    void aUserWithoutHomeAndNameHasTheTemporaryFolder() throws IOException {
        FakeSurroundings surroundings = new FakeSurroundings(folder);
        surroundings.properties.put("user.home", "?");
        surroundings.user = new CurrentUser(-1, "?");

        assertThat(folders(surroundings)).containsExactly(folder.resolve("tmp/cffi4j-3f"));
        assertThat(refusals).isEmpty();
    }

    /** Java calls each user without a name "?": numbers tell them apart in a folder they share (fault 29). */
    @Test
    void usersWithoutNamesHaveNumbers() throws IOException {
        FakeSurroundings surroundings = new FakeSurroundings(folder);
        surroundings.user = new CurrentUser(54321, "?");
        assertThat(folders(surroundings)).endsWith(folder.resolve("tmp/cffi4j-54321"));

        surroundings.user = new CurrentUser(54323, null);
        assertThat(folders(surroundings)).endsWith(folder.resolve("tmp/cffi4j-54323"));
    }

    @Test
    void aNameThatIsNoFileNameIsReplaced() throws IOException {
        FakeSurroundings surroundings = new FakeSurroundings(folder);
        for (String name : List.of("a/b", "o'brien", "täter", "x".repeat(300), "..\\..")) {
            surroundings.user = new CurrentUser(1000, name);
            assertThat(folders(surroundings).get(2).getFileName().toString()).matches("cffi4j-[0-9a-f]+");
        }
    }

    /** What cannot be the name of a file is passed over, whichever setting says it, and told (fault 29). */
    @ParameterizedTest
    @ValueSource(strings = {"user.home", "java.io.tmpdir", "cffi4j.cache.dir"})
    void aPropertyThatIsNoPathIsPassedOver(String property) throws IOException {
        FakeSurroundings surroundings = new FakeSurroundings(folder);
        surroundings.properties.put(property, "/tmp/jos\0");

        assertThat(folders(surroundings)).isNotEmpty().allMatch(path -> path.startsWith(folder));
        assertThat(refusals).isNotEmpty().allSatisfy(refusal -> assertThat(refusal.reason())
                .startsWith("-D" + property + " cannot be the name of a file on this machine: "));
    }

    @Test
    void aVariableThatIsNoPathIsPassedOver() throws IOException {
        FakeSurroundings surroundings = new FakeSurroundings(folder);
        surroundings.environment.put("XDG_CACHE_HOME", "/tmp/jos\0");

        assertThat(folders(surroundings)).startsWith(folder.resolve("home/.cache/cffi4j"));
        assertThat(refusals).singleElement().satisfies(refusal -> assertThat(refusal.reason())
                .startsWith("XDG_CACHE_HOME cannot be the name of a file"));
    }

    @Test
    void aRelativeTemporaryFolderIsTold() throws IOException {
        FakeSurroundings surroundings = new FakeSurroundings(folder);
        surroundings.properties.put("java.io.tmpdir", "some/tmp");

        assertThat(folders(surroundings)).hasSize(2);
        assertThat(refusals).singleElement().hasToString("some/tmp: -Djava.io.tmpdir is no absolute path");
    }

    private List<Path> folders(FakeSurroundings surroundings) {
        refusals.clear();
        return CacheFolders.of(surroundings, refusals);
    }
}
