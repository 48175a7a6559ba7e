package io.github.cffi4j.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmulationTest {
    private final FakeMachine machine = new FakeMachine();

    @Test
    void rosetta() {
        machine.with("/Library/Apple/usr/libexec/oah/libRosettaRuntime", "");
        Host host = host("Mac OS X", "x86_64");

        assertThat(host.description())
                .isEqualTo(
                        "macOS x86_64 (emulated by Rosetta on aarch_64), Java 25 (os.name=Mac OS X, os.arch=x86_64)");
        assertThat(host.unemulated()).contains(Platform.OSX_AARCH_64);
        assertThat(host.platform()).isEqualTo(Platform.OSX_X86_64);
    }

    @Test
    void aNativeJvmOnAMacWithRosettaIsNotEmulated() {
        machine.with("/Library/Apple/usr/libexec/oah/libRosettaRuntime", "");

        assertThat(host("Mac OS X", "aarch64").unemulated()).isEmpty();
    }

    @Test
    void rosettaForLinux() {
        machine.with("/proc/cpuinfo", "vendor_id\t: VirtualApple\n");

        assertThat(host("Linux", "amd64").description())
                .isEqualTo(
                        "Linux x86_64 (emulated by Rosetta on aarch_64), glibc, Java 25 (os.name=Linux, os.arch=amd64)");
    }

    @Test
    void qemu() {
        machine.with("/proc/sys/kernel/arch", "x86_64\n");
        Host host = host("Linux", "aarch64");

        assertThat(host.description())
                .isEqualTo("Linux aarch_64 (emulated on x86_64), glibc, Java 25 (os.name=Linux, os.arch=aarch64)");
        assertThat(host.unemulated()).contains(Platform.LINUX_X86_64);
    }

    @Test
    void aNarrowJvmOnAWideMachine() {
        machine.with("/proc/sys/kernel/arch", "x86_64\n");
        Host host = host("Linux", "i386");

        assertThat(host.description())
                .isEqualTo("Linux x86_32 (a 32-bit JVM on x86_64), glibc, Java 25 (os.name=Linux, os.arch=i386)");
        assertThat(host.detected()).isEmpty();
        assertThat(host.unemulated()).contains(Platform.LINUX_X86_64);
    }

    @Test
    void aNarrowJvmOnWindows() {
        machine.with("PROCESSOR_ARCHITEW6432", "AMD64").with("PROCESSOR_IDENTIFIER", "Intel64 Family 6");

        assertThat(host("Windows 10", "x86").unemulated()).contains(Platform.WINDOWS_X86_64);
        assertThat(host("Windows 10", "amd64").unemulated()).isEmpty();
    }

    @Test
    void windowsOnArm() {
        machine.with("PROCESSOR_IDENTIFIER", "ARMv8 (64-bit) Family 8");

        assertThat(host("Windows 11", "amd64").description())
                .isEqualTo("Windows x86_64 (emulated on aarch_64), Java 25 (os.name=Windows 11, os.arch=amd64)");
        assertThat(host("Windows 11", "aarch64").unemulated()).isEmpty();
    }

    private Host host(String osName, String osArch) {
        return Host.detect(new HostFacts(osName, osArch, "25", "", machine));
    }
}
