package io.github.cffi4j.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlibcVersionTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GNU C Library (Debian GLIBC 2.36-9+deb12u10) stable release version 2.36. | 2.36",
                "GNU C Library (Ubuntu GLIBC 2.39-0ubuntu8.4) stable release version 2.39. | 2.39",
                "GNU C Library stable release version 2.17, by Roland McGrath et al. | 2.17",
                "GNU C Library (GNU libc) development release version 2.42.9000. | 2.42",
            })
    void readsTheBanner(String banner, String version) throws IOException {
        Path libc = folder.resolve("libc.so.6");
        Files.write(libc, ("\u007fELF\0\u00ff\0" + banner + "\n\0").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(GlibcVersion.ofFile(libc)).contains(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/lib/x86_64-linux-gnu/libc.so.6", "/lib64/libc-2.17.so"})
    void findsTheMappedLibrary(String libc) {
        List<String> mappings = List.of(
                "7f02-7f03 rw-p 00000000 00:00 0",
                "7f03-7f04 r-xp 00000000 fe:01 1   /lib/libcap.so.2",
                "7f04-7f05 r-xp 00000000 fe:01 2   " + libc);

        assertThat(ProcessMappings.glibc(mappings)).contains(libc);
    }

    @Test
    void knowsNothingWithoutALibraryOrABanner() throws IOException {
        Path libc = Files.writeString(folder.resolve("libc.so.6"), "something else");

        assertThat(GlibcVersion.ofMapped(List.of("7f02-7f03 rw-p 00000000 00:00 0")))
                .isEmpty();
        assertThat(GlibcVersion.ofFile(libc)).isEmpty();
        assertThat(GlibcVersion.ofFile(folder.resolve("missing"))).isEmpty();
    }
}
