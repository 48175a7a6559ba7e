package io.github.cffi4j.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostClassifierTest {
    @Test
    void isWhatTheFactsSay() {
        assertThat(HostClassifier.current()).isEqualTo(Host.current().candidateName());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/lib64/ld-linux-x86-64.so.2",
                "/nix/store/x-glibc-2.40/lib/ld-linux-aarch64.so.1",
                "/lib/ld-musl-x86_64.so.1"
            })
    void aProgramNamesItsLoader(String loader) {
        assertThat(HostClassifier.loader("\177ELF\0\1\0" + loader + "\0\4\0GNU\0"))
                .isEqualTo(loader);
    }

    /** The loader itself, a program without one, one that names it farther back, and one whose name does not end here. */
    @ParameterizedTest
    @ValueSource(strings = {"\177ELF\0ld-linux-x86-64.so.2\0", "\177ELF\0\0\0", "", "\177ELF\0/lib64/ld-linux-x8"})
    void aProgramMayNameNone(String program) {
        assertThat(HostClassifier.loader(program)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2,true",
        "/usr/lib/ld-2.31.so,true",
        "/lib/powerpc64le-linux-gnu/ld64.so.2,true",
        "/lib/ld-linux-armhf.so.3,true",
        "/lib/ld-musl-x86_64.so.1,false",
        "/usr/lib/libc.so,false",
        "/opt/ld-linux/libc.so,false",
        "'',false"
    })
    void loadersAreToldApartByTheirFiles(String loader, boolean glibc) {
        assertThat(HostClassifier.isGlibc(loader)).isEqualTo(glibc);
    }
}
