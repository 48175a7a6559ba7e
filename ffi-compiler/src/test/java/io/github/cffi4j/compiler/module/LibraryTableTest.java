package io.github.cffi4j.compiler.module;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.compiler.compile.LinkMode;
import io.github.cffi4j.compiler.compile.LinkedLibrary;
import io.github.cffi4j.compiler.fetch.Sha256;
import io.github.cffi4j.compiler.project.BuiltLibrary;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LibraryTableTest {

    @Test
    void alignsItsColumns() {
        LibraryTable table = new LibraryTable(Platform.standard(), "geo");
        assertThat(Stream.of(
                                table.row(built(Platform.LINUX_X86_64, 1_310_000, LinkMode.LEAN, true, 41_230)),
                                table.row(built(Platform.LINUX_X86_64_MUSL, 15_050, LinkMode.LEAN, false, 0)),
                                table.row(built(Platform.WINDOWS_X86_64, 999_949, LinkMode.FULL, true, 180_000)))
                        .collect(Collectors.joining("\n")))
                .isEqualTo("""
                          linux-x86_64         libgeo.so       1.31 MB     41.2 s
                          linux-x86_64-musl    libgeo.so       15.1 kB  unchanged
                          windows-x86_64       geo.dll        999.9 kB    180.0 s  full link""".indent(2).stripTrailing());
    }

    private static BuiltLibrary built(Platform platform, long size, LinkMode mode, boolean changed, long millis) {
        return new BuiltLibrary(
                new LinkedLibrary(platform, Path.of("lib"), Sha256.of(new byte[0]), size, mode, Set.of(), changed),
                changed,
                Duration.ofMillis(millis));
    }
}
