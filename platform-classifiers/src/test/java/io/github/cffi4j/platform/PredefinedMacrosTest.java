package io.github.cffi4j.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PredefinedMacrosTest {

    @ParameterizedTest
    @EnumSource
    void aPlatformIsKnownByItsMacros(Platform platform) {
        assertThat(Arrays.stream(Platform.values())
                        .filter(other -> PredefinedMacros.of(other).equals(PredefinedMacros.of(platform))))
                .containsExactly(platform);
    }

    @ParameterizedTest
    @EnumSource
    void allMacrosAreNamed(Platform platform) {
        assertThat(PredefinedMacros.names())
                .containsAll(PredefinedMacros.of(platform).keySet());
    }

    @Test
    void theCdefsLanguagePageListsThemAll() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "cdef.md"));
        assertThat(PredefinedMacros.names())
                .allSatisfy(name -> assertThat(page).containsPattern("[` ]" + name + "[` ]"));
    }

    @Test
    void namesOfOtherSystemsAreKnownToo() {
        assertThat(PredefinedMacros.names()).contains("_MSC_VER", "__cplusplus", "__FreeBSD__");
    }
}
