package io.github.cffi4j.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostTest {
    private static final String GLIBC = """
            7f00-7f01 r--p 00000000 fe:01 1   /usr/lib/jvm/17/lib/server/libjvm.so
            7f02-7f03 rw-p 00000000 00:00 0
            7f04-7f05 r-xp 00000000 fe:01 2   /usr/lib/x86_64-linux-gnu/libc.so.6
            """;
    private static final FakeMachine GLIBC_2_39 = new FakeMachine()
            .with("/usr/lib/x86_64-linux-gnu/libc.so.6", "GNU C Library (Debian) stable release version 2.39.");

    @ParameterizedTest
    @CsvSource({
        "Linux,amd64,linux-x86_64",
        "Linux,x86_64,linux-x86_64",
        "linux,x64,linux-x86_64",
        "Linux,aarch64,linux-aarch_64",
        "Linux,arm64,linux-aarch_64",
        "Mac OS X,x86_64,osx-x86_64",
        "Mac OS X,aarch64,osx-aarch_64",
        "macOS,arm64,osx-aarch_64",
        "Darwin,arm64,osx-aarch_64",
        "Windows 10,amd64,windows-x86_64",
        "Windows 11,amd64,windows-x86_64",
        "Windows Server 2022,amd64,windows-x86_64",
        "Windows 11,aarch64,windows-aarch_64",
        "WINDOWS 11,ARM64,windows-aarch_64",
        "FreeBSD,amd64,freebsd-x86_64",
        "Windows 10,x86,windows-x86_32",
        "Linux,s390x,linux-s390_64",
        "Linux,ppc64le,linux-ppcle_64",
        "Linux,arm,linux-arm_32",
        "Linux,loongarch64,linux-loongarch_64",
        "Linux,riscv64,linux-riscv64",
    })
    void findsThePlatform(String osName, String osArch, String classifier) {
        Host host = Host.detect(facts(osName, osArch, GLIBC));

        assertThat(host.platform().classifier()).isEqualTo(classifier);
        assertThat(host.candidateName()).isEqualTo(classifier);
    }

    @ParameterizedTest
    @CsvSource({
        "Linux,i386,linux-x86_32",
        "Linux,mips64,linux-mips64",
        "Linux,ppc64,linux-ppc_64",
        "FreeBSD,aarch64,freebsd-aarch_64",
        "SunOS,sparcv9,sunos-sparcv9",
    })
    void namesAnUnknownHost(String osName, String osArch, String candidateName) {
        Host host = Host.detect(facts(osName, osArch, GLIBC));

        assertThat(host.detected()).isEmpty();
        assertThat(host.candidateName()).isEqualTo(candidateName);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7f00-7f01 r-xp 00000000 fe:01 2   /lib/ld-musl-x86_64.so.1",
                "7f00-7f01 r-xp 00000000 fe:01 2   /lib/libc.musl-x86_64.so.1",
                "7f00-7f01 r-xp 00000000 fe:01 2   /usr/lib/x86_64-linux-musl/libc.so",
                "7f00-7f01 r-xp 00000000 fe:01 2   /usr/lib/libc.so\n7f02-7f03 rw-p 0 0:0 0 [stack]"
            })
    void seesMuslInTheMappings(String line) {
        String mappings = "7f02-7f03 rw-p 00000000 00:00 0   [heap]\n" + line;

        assertThat(Host.detect(facts("Linux", "amd64", mappings)).platform()).isEqualTo(Platform.LINUX_X86_64_MUSL);
        assertThat(Host.detect(facts("Linux", "aarch64", mappings)).platform()).isEqualTo(Platform.LINUX_AARCH_64_MUSL);
        assertThat(Host.detect(facts("Linux", "riscv64", mappings)).candidateName())
                .isEqualTo("linux-riscv64-musl");
    }

    @Test
    void aFolderNamedAfterMuslIsNotMusl() {
        String mappings = "7f00-7f01 r-xp 00000000 fe:01 2   /opt/ld-musl-cross/libfoo.so\n";

        assertThat(Host.detect(facts("Linux", "amd64", mappings)).platform()).isEqualTo(Platform.LINUX_X86_64);
        assertThat(Host.detect(facts("Linux", "amd64", "0-1 r-xp 0 0:0 2 /lib/ld-musl-x86_64.so.1\n" + mappings))
                        .platform())
                .isEqualTo(Platform.LINUX_X86_64_MUSL);
    }

    @Test
    void withoutMappingsLinuxIsGlibc() {
        Host host = Host.detect(new HostFacts("Linux", "amd64", "17", "", new FakeMachine()));

        assertThat(host.platform()).isEqualTo(Platform.LINUX_X86_64);
        assertThat(host.description()).isEqualTo("Linux x86_64, glibc, Java 17 (os.name=Linux, os.arch=amd64)");
    }

    @Test
    void describesHosts() {
        assertThat(Host.detect(facts("Linux", "riscv64", GLIBC)).description())
                .isEqualTo("Linux riscv64, glibc 2.39, Java 25 (os.name=Linux, os.arch=riscv64)");
        assertThat(Host.detect(facts("Mac OS X", "aarch64", "")).description())
                .isEqualTo("macOS aarch_64, Java 25 (os.name=Mac OS X, os.arch=aarch64)");
        assertThat(Host.detect(facts("Windows 11", "amd64", "")).description())
                .isEqualTo("Windows x86_64, Java 25 (os.name=Windows 11, os.arch=amd64)");
        assertThat(Host.detect(facts("FreeBSD", "amd64", "")).description())
                .isEqualTo("FreeBSD x86_64, Java 25 (os.name=FreeBSD, os.arch=amd64)");
        assertThat(Host.detect(facts("Linux", "amd64", "0-1 r-xp 0 0:0 2 /lib/ld-musl-x86_64.so.1"))
                        .description())
                .isEqualTo("Linux x86_64, musl, Java 25 (os.name=Linux, os.arch=amd64)");
    }

    @Test
    void refusesAnUnknownHostByName() {
        Host host = Host.detect(facts("Linux", "ppc64", GLIBC));

        assertThatThrownBy(host::platform)
                .isInstanceOf(UnsupportedHostException.class)
                .hasMessage("""
                cffi4j has no platform for this machine, which would be linux-ppc_64
                  this machine: Linux ppc_64, glibc 2.39, Java 25 (os.name=Linux, os.arch=ppc64)
                  platforms:    linux-x86_64 linux-aarch_64 linux-x86_64-musl linux-aarch_64-musl osx-x86_64 osx-aarch_64 windows-x86_64 windows-aarch_64 linux-riscv64 linux-ppcle_64 linux-s390_64 linux-arm_32 windows-x86_32 freebsd-x86_64 linux-loongarch_64""");
    }

    @Test
    void detectingAsksTheMachineNothing() {
        Machine silent = new Machine() {
            @Override
            public Optional<String> text(String file) {
                throw new AssertionError("read " + file);
            }

            @Override
            public Optional<String> variable(String name) {
                throw new AssertionError("asked for " + name);
            }
        };

        assertThat(Host.detect(new HostFacts("Linux", "amd64", "25", GLIBC, silent))
                        .platform())
                .isEqualTo(Platform.LINUX_X86_64);
    }

    @Test
    void readsTheRealMachine() {
        HostFacts facts = HostFacts.ofThisProcess();

        assertThat(facts.osName()).isEqualTo(System.getProperty("os.name"));
        assertThat(facts.osArch()).isEqualTo(System.getProperty("os.arch"));
        assertThat(Host.current().description())
                .contains("Java " + Runtime.version().feature());
    }

    private static HostFacts facts(String osName, String osArch, String mappings) {
        return new HostFacts(osName, osArch, "25", mappings, GLIBC_2_39);
    }
}
