package io.github.cffi4j.compiler.nativebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CmakeCacheTest {
    @TempDir
    Path build;

    @Test
    void namesTheSwitchesThatOldBuildsHave() throws Exception {
        assertThat(CmakeCache.librarySwitches(build)).isEmpty();

        Files.writeString(build.resolve("CMakeCache.txt"), """
                //build a shared expat library
                BUILD_shared:BOOL=ON
                WITH_STATIC_LIB:BOOL=OFF
                BUILD_SHARED_LIBS:BOOL=OFF
                BUILD_SHARED_LIBS_TOO:BOOL=OFF
                CMAKE_STATIC_LINKER_FLAGS:STRING=
                CMAKE_SHARED_SOMETHING:BOOL=ON
                BUILD_tests:BOOL=ON
                """);
        assertThat(CmakeCache.librarySwitches(build))
                .containsExactly("BUILD_SHARED_LIBS_TOO=OFF", "BUILD_shared=ON", "WITH_STATIC_LIB=OFF");
    }
}
