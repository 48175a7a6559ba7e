package io.github.cffi4j.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlatformTest {
    @Test
    void theTableHasTheseClassifiers() {
        assertThat(Platform.classifiers())
                .containsExactly(
                        "linux-x86_64",
                        "linux-aarch_64",
                        "linux-x86_64-musl",
                        "linux-aarch_64-musl",
                        "osx-x86_64",
                        "osx-aarch_64",
                        "windows-x86_64",
                        "windows-aarch_64",
                        "linux-riscv64",
                        "linux-ppcle_64",
                        "linux-s390_64",
                        "linux-arm_32",
                        "windows-x86_32",
                        "freebsd-x86_64",
                        "linux-loongarch_64");
    }

    @ParameterizedTest
    @CsvSource({
        "linux-x86_64,META-INF/lib/linux_64/libgeo.so",
        "linux-aarch_64,META-INF/lib/linux_arm64/libgeo.so",
        "linux-x86_64-musl,META-INF/lib/linux_musl_64/libgeo.so",
        "linux-aarch_64-musl,META-INF/lib/linux_musl_arm64/libgeo.so",
        "osx-x86_64,META-INF/lib/osx_64/libgeo.dylib",
        "osx-aarch_64,META-INF/lib/osx_arm64/libgeo.dylib",
        "windows-x86_64,META-INF/lib/windows_64/geo.dll",
        "windows-aarch_64,META-INF/lib/windows_arm64/geo.dll",
        "linux-riscv64,META-INF/lib/linux_riscv64/libgeo.so",
        "linux-ppcle_64,META-INF/lib/linux_ppcle_64/libgeo.so",
        "linux-s390_64,META-INF/lib/linux_s390_64/libgeo.so",
        "linux-arm_32,META-INF/lib/linux_arm/libgeo.so",
        "windows-x86_32,META-INF/lib/windows_32/geo.dll",
        "freebsd-x86_64,META-INF/lib/freebsd_64/libgeo.so",
        "linux-loongarch_64,META-INF/lib/linux_loongarch_64/libgeo.so",
    })
    void aLibraryHasOnePlaceInItsJar(String classifier, String path) {
        assertThat(Platform.ofClassifier(classifier))
                .map(p -> p.resourcePath("geo"))
                .contains(path);
    }

    @Test
    void whereNothingIsSaidALibraryIsForEight() {
        assertThat(Platform.classifiers(Tier.STANDARD))
                .isEqualTo(Platform.classifiers().subList(0, 8));
        assertThat(Platform.standard()).isEqualTo(Platform.of(Tier.STANDARD));
        assertThat(Platform.of(Tier.BY_NAME)).hasSize(7);
    }

    @ParameterizedTest
    @EnumSource
    void aClassifierNamesItsPlatform(Platform platform) {
        assertThat(Platform.ofClassifier(platform.classifier())).contains(platform);
        assertThat(platform).hasToString(platform.classifier());
    }

    @Test
    void anUnknownClassifierNamesNone() {
        assertThat(Platform.ofClassifier("linux-sparc_64")).isEmpty();
    }
}
