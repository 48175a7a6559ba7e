package io.github.cffi4j.build.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.platform.Platform;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NativeDependenciesTest {
    private static final List<Platform> TWO = List.of(Platform.LINUX_X86_64, Platform.OSX_AARCH_64);

    @Test
    void allByDefaultAndOneWhereAsked() {
        NativeDependencies all = NativeDependencies.of(Natives.ALL, TWO);

        assertThat(all.properties())
                .containsEntry("ffi.natives.linux-x86_64", "linux-x86_64")
                .containsEntry("ffi.natives.osx-aarch_64", "osx-aarch_64");
        assertThat(all.classifiers()).containsExactly("${ffi.natives.linux-x86_64}", "${ffi.natives.osx-aarch_64}");
        NativeProfile osx = profile(all, "ffi-osx-aarch_64");
        assertThat(osx.requested()).isEqualTo("osx-aarch_64");
        assertThat(osx.properties()).hasSize(2).containsValue("osx-aarch_64").doesNotContainValue("linux-x86_64");
    }

    @Test
    void noProfileForWhatTheLibraryLacks() {
        for (Natives natives : Natives.values()) {
            assertThat(NativeDependencies.of(natives, TWO).profiles())
                    .noneMatch(profile -> profile.id().contains("windows"));
        }
    }

    @Test
    void hostIsThatOfTheBuildUnlessSomethingIsAsked() {
        NativeDependencies host = NativeDependencies.of(Natives.HOST, TWO);

        assertThat(host.classifiers()).isEmpty();
        NativeProfile linux = profile(host, "ffi-default-linux-x86_64");
        assertThat(linux.unlessRequested()).isTrue();
        assertThat(linux.host()).isEqualTo(Optional.of(Platform.LINUX_X86_64));
        assertThat(linux.classifiers()).containsExactly("linux-x86_64");
        assertThat(profile(host, "ffi-all").classifiers()).containsExactly("linux-x86_64", "osx-aarch_64");
    }

    @Test
    void noneIsNone() {
        assertThat(NativeDependencies.of(Natives.NONE, TWO).profiles()).isEmpty();
    }

    private static NativeProfile profile(NativeDependencies natives, String id) {
        return natives.profiles().stream()
                .filter(profile -> profile.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
