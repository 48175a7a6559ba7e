package io.github.cffi4j.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostClassifierTest {
    @Test
    void isWhatTheFactsSay() {
        assertThat(HostClassifier.current()).isEqualTo(Host.current().candidateName());
    }

    @Test
    void theProgramNamesMusl() {
        assertThat(HostClassifier.isMusl("\177ELF ... /lib/ld-musl-x86_64.so.1\0"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\177ELF ... /lib64/ld-linux-x86-64.so.2\0",
                "\177ELF ... /nix/store/x-glibc-2.40/lib/ld-linux-aarch64.so.1\0",
                "\177ELF ... /lib64/ld64.so.2\0"
            })
    void theProgramNamesGlibc(String program) {
        assertThat(HostClassifier.isMusl(program)).isFalse();
    }

    @Test
    void aProgramThatNamesNoLoaderIsToldByItsMappings() {
        assertThat(HostClassifier.isMusl("\177ELF ld-linux-x86-64.so.2 GLIBC_2.39"))
                .isEqualTo(ProcessMappings.containMusl(ProcessMappings.read()));
    }
}
