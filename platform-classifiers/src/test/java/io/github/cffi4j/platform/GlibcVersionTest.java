package io.github.cffi4j.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlibcVersionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GNU C Library (Debian GLIBC 2.36-9+deb12u10) stable release version 2.36. | 2.36",
                "GNU C Library (Ubuntu GLIBC 2.39-0ubuntu8.4) stable release version 2.39. | 2.39",
                "GNU C Library stable release version 2.17, by Roland McGrath et al. | 2.17",
                "GNU C Library (GNU libc) development release version 2.42.9000. | 2.42",
            })
    void readsTheBanner(String banner, String version) {
        assertThat(GlibcVersion.ofText("\u007fELF\0\u00ff\0" + banner + "\n\0")).contains(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/lib/x86_64-linux-gnu/libc.so.6", "/lib64/libc-2.17.so"})
    void findsTheMappedLibrary(String libc) {
        String mappings = String.format(Locale.ROOT, """
                7f02-7f03 rw-p 00000000 00:00 0
                7f03-7f04 r-xp 00000000 fe:01 1   /lib/libcap.so.2
                7f04-7f05 r-xp 00000000 fe:01 2   %s
                """, libc);

        assertThat(ProcessMappings.glibc(mappings)).contains(libc);
    }

    @Test
    void knowsNothingWithoutALibraryOrABanner() {
        FakeMachine machine = new FakeMachine().with("/lib/libc.so.6", "something else");

        assertThat(GlibcVersion.of(facts("7f02-7f03 rw-p 00000000 00:00 0", machine)))
                .isEmpty();
        assertThat(GlibcVersion.of(facts("0-1 r-xp 0 0:0 1 /lib/libc.so.6", machine)))
                .isEmpty();
        assertThat(GlibcVersion.of(facts("0-1 r-xp 0 0:0 1 /missing/libc.so.6", machine)))
                .isEmpty();
    }

    private static HostFacts facts(String mappings, Machine machine) {
        return new HostFacts("Linux", "amd64", "25", mappings, machine);
    }
}
