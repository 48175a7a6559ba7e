package io.github.cffi4j.compiler.module;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.compiler.fetch.Progress;
import io.github.cffi4j.compiler.fetch.UserCache;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.compiler.zig.Zig;
import io.github.cffi4j.platform.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The zig that the configuration names, and what the build's log says of it. */
class ZigLocatorTest {
    /** The user's own, so that zig need not be downloaded anew. */
    private static final UserCache CACHE = UserCache.locate(
            Optional.empty(),
            Host.current().platform().os(),
            System.getenv(),
            Path.of(System.getProperty("user.home")));

    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();

    @Test
    @DisplayName("nothing is said of the pinned zig, configured or not (fault 31)")
    void pinned() throws Exception {
        Zig zig = locate(Optional.empty(), CACHE);
        assertThat(zig.pinned()).isTrue();
        assertThat(locate(Optional.of(zig.executable()), CACHE).pinned()).isTrue();
        assertThat(warnings).isEmpty();
    }

    /** A program in a wrapper is one of the right version and of other bytes. */
    @Test
    @EnabledOnOs(OS.LINUX)
    @DisplayName("a zig whose bytes are not the pinned ones is used, and one line says so (fault 31)")
    void notPinned() throws Exception {
        Path pinned = locate(Optional.empty(), CACHE).executable();
        Path wrapper = Files.writeString(folder.resolve("zig"), "#!/bin/sh\nexec '" + pinned + "' \"$@\"\n");
        assertThat(wrapper.toFile().setExecutable(true)).isTrue();

        Zig zig = locate(Optional.of(wrapper), new UserCache(folder.resolve("cache")));

        assertThat(zig.pinned()).isFalse();
        assertThat(warnings).singleElement().satisfies(line -> assertThat(line)
                .startsWith("zig " + zig.version() + " at " + wrapper + " is used because ffi.zig names it")
                .contains("its bytes are not those that are pinned (configured, not verified)")
                .contains("nothing vouches for what it compiles")
                .doesNotContain("\n"));
    }

    private Zig locate(Optional<Path> configured, UserCache cache) throws IOException, InterruptedException {
        return new ZigLocator(
                        new ZigParameters(configured, Optional.empty(), Optional.empty(), true),
                        cache,
                        ProcessRunner.system(),
                        Progress.silent(),
                        warnings::add)
                .locate();
    }
}
