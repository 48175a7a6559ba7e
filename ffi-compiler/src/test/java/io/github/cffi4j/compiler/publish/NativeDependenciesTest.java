package io.github.cffi4j.compiler.publish;

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

    /** What an application of the same build gets, which reads no published POM (fault 1). */
    @Test
    void aModuleOfTheSameBuildGetsWhatTheProfilesWouldChoose() {
        Platform linux = Platform.LINUX_X86_64;
        assertThat(chosen(Natives.ALL, null, linux)).isEqualTo(TWO);
        assertThat(chosen(Natives.ALL, "host", linux)).containsExactly(linux);
        assertThat(chosen(Natives.ALL, "osx-aarch_64", linux)).containsExactly(Platform.OSX_AARCH_64);
        assertThat(chosen(Natives.ALL, "plan9", linux)).isEqualTo(TWO);
        assertThat(chosen(Natives.ALL, "host", Platform.WINDOWS_X86_64)).isEqualTo(TWO);
        assertThat(chosen(Natives.HOST, null, linux)).containsExactly(linux);
        assertThat(chosen(Natives.HOST, "all", linux)).isEqualTo(TWO);
        assertThat(chosen(Natives.HOST, "plan9", linux)).isEmpty();
        assertThat(chosen(Natives.NONE, "all", linux)).isEmpty();
    }

    private static List<Platform> chosen(Natives natives, String request, Platform host) {
        return NativeDependencies.chosen(natives, TWO, Optional.ofNullable(request), Optional.of(host));
    }

    private static NativeProfile profile(NativeDependencies natives, String id) {
        return natives.profiles().stream()
                .filter(profile -> profile.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
