package io.github.cffi4j.compiler.nativebuild;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecipeFolderTest {
    @TempDir
    Path sources;

    static Stream<Arguments> recipes() {
        return Stream.of(
                Arguments.of(cmake(""), "CMakeLists.txt", "<cmake>"),
                Arguments.of(new MesonRecipe("", List.of()), "meson.build", "<meson>"),
                Arguments.of(new ConfigureRecipe("", List.of(), List.of()), "configure", "<configure>"),
                Arguments.of(new MakeRecipe("", List.of(), List.of()), "Makefile", "<make>"));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void saysWhereTheFileIs(BuildRecipe recipe, String file, String element) throws Exception {
        write("lib/geo/" + file);
        write("lib/geo/tests/" + file);
        write("other/" + file);

        assertThatThrownBy(() -> require(recipe))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageStartingWith("<nativeBuild> geo: there is no ")
                .hasMessageContaining(file + " in " + sources)
                .hasMessageEndingWith("\n  fix: write one of these into " + element
                        + ": <directory>other</directory> <directory>lib/geo</directory>");

        write(file);
        require(recipe);
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void saysThatThereIsNone(BuildRecipe recipe, String file, String element) {
        assertThatThrownBy(() -> require(recipe))
                .hasMessageContaining(file + " in " + sources)
                .hasMessageContaining("another")
                .hasMessageContaining("build system");
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        assertThatThrownBy(() -> require(cmake("src")))
                .hasMessage("<nativeBuild> geo: there is no folder 'src' in its sources " + sources
                        + "\n  fix: correct the <directory>");
    }

    @Test
    void leavesCommandsAlone() throws Exception {
        require(new CommandRecipe("", "true", List.of()));
    }

    private static CmakeRecipe cmake(String directory) {
        return new CmakeRecipe(directory, List.of(), List.of());
    }

    private void require(BuildRecipe recipe) throws Exception {
        RecipeFolder.require(
                new NativeBuild("geo", NativeSource.of(sources), recipe, List.of(), List.of(), List.of()), recipe);
    }

    private void write(String file) throws Exception {
        Files.createDirectories(sources.resolve(file).getParent());
        Files.writeString(sources.resolve(file), "");
    }
}
