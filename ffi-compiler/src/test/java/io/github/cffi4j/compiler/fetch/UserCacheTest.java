package io.github.cffi4j.compiler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.platform.OperatingSystem;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UserCacheTest {
    private static final Path HOME = Path.of("home").toAbsolutePath();
    private static final Path ELSEWHERE = Path.of("elsewhere").toAbsolutePath();

    @Test
    void customsOfTheSystems() {
        assertThat(root(OperatingSystem.LINUX, Map.of())).isEqualTo(HOME.resolve(".cache/cffi4j"));
        assertThat(root(OperatingSystem.LINUX, Map.of("XDG_CACHE_HOME", ELSEWHERE.toString())))
                .isEqualTo(ELSEWHERE.resolve("cffi4j"));
        assertThat(root(OperatingSystem.LINUX, Map.of("XDG_CACHE_HOME", "relative")))
                .isEqualTo(HOME.resolve(".cache/cffi4j"));
        assertThat(root(OperatingSystem.OSX, Map.of())).isEqualTo(HOME.resolve("Library/Caches/cffi4j"));
        assertThat(root(OperatingSystem.WINDOWS, Map.of("LOCALAPPDATA", ELSEWHERE.toString())))
                .isEqualTo(ELSEWHERE.resolve("cffi4j"));
        assertThat(root(OperatingSystem.WINDOWS, Map.of())).isEqualTo(HOME.resolve("AppData/Local/cffi4j"));
    }

    @Test
    void overrideIsTakenAsItIs() {
        UserCache cache = UserCache.locate(Optional.of(ELSEWHERE), OperatingSystem.LINUX, Map.of(), HOME);

        assertThat(cache.root()).isEqualTo(ELSEWHERE);
        assertThat(cache.zig()).isEqualTo(ELSEWHERE.resolve("zig"));
        assertThat(cache.sources()).isEqualTo(ELSEWHERE.resolve("sources"));
    }

    private static Path root(OperatingSystem os, Map<String, String> environment) {
        return UserCache.locate(Optional.empty(), os, environment, HOME).root();
    }
}
