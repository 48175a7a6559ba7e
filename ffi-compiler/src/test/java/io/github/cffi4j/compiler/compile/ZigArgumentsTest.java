package io.github.cffi4j.compiler.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.platform.Platform;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ZigArgumentsTest {
    private static final CompilerSettings SETTINGS = new CompilerSettings(
            List.of(Path.of("include dir")), List.of("X=1"), List.of("-O3"), List.of("-Lextra"), List.of("z"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LINUX_X86_64       | x86_64-linux-gnu.2.17  | -fPIC
            LINUX_AARCH_64     | aarch64-linux-gnu.2.17 | -fPIC
            LINUX_X86_64_MUSL  | x86_64-linux-musl      | -fPIC
            LINUX_AARCH_64_MUSL| aarch64-linux-musl     | -fPIC
            OSX_X86_64         | x86_64-macos.11.0      | -fPIC
            OSX_AARCH_64       | aarch64-macos.11.0     | -fPIC
            WINDOWS_X86_64     | x86_64-windows-gnu     | -Xclang=-object-file-name=object.o
            WINDOWS_AARCH_64   | aarch64-windows-gnu    | -Xclang=-object-file-name=object.o
            LINUX_RISCV64      | riscv64-linux-gnu.2.27 | -fPIC
            LINUX_PPCLE_64     | powerpc64le-linux-gnu.2.19 | -fPIC
            LINUX_S390_64      | s390x-linux-gnu.2.17   | -fPIC
            LINUX_ARM_32       | arm-linux-gnueabihf.2.17 | -fPIC
            WINDOWS_X86_32     | x86-windows-gnu        | -Xclang=-object-file-name=object.o
            FREEBSD_X86_64     | x86_64-freebsd.14.0    | -fPIC
            """)
    void compiles(Platform platform, String target, String more) {
        assertThat(String.join(
                        " ",
                        ZigArguments.compile(
                                platform,
                                DebugInfo.NONE.compilerFlags(platform),
                                SETTINGS,
                                Path.of("base"),
                                Path.of("geo.c"),
                                Path.of("geo.o"),
                                Path.of("geo.d"))))
                .isEqualTo("cc -target " + target
                        + " -c -O2 -g0 -fno-sanitize=undefined -fvisibility=hidden -ffunction-sections -fdata-sections"
                        + (more.isEmpty() ? "" : " " + more)
                        + " -ffile-prefix-map=base=. -Iinclude dir -DX=1 -O3 -ferror-limit=0 -fno-color-diagnostics"
                        + " -fdiagnostics-format=clang -fcaret-diagnostics -fshow-column -MD -MF geo.d -o geo.o geo.c");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LINUX_X86_64       | -Wl,-z,defs -Wl,-z,relro,-z,now -Wl,--gc-sections -Wl,--build-id=none -Wl,--print-map -Wl,-soname,out | -lc -lm -lpthread
            LINUX_AARCH_64     | -Wl,-z,defs -Wl,-z,relro,-z,now -Wl,--gc-sections -Wl,--build-id=none -Wl,--print-map -Wl,-soname,out | -lc -lm -lpthread
            LINUX_X86_64_MUSL  | -Wl,-z,defs -Wl,-z,relro,-z,now -Wl,--gc-sections -Wl,--build-id=none -Wl,--print-map -Wl,-soname,out | -lc -lm -lpthread
            LINUX_AARCH_64_MUSL| -Wl,-z,defs -Wl,-z,relro,-z,now -Wl,--gc-sections -Wl,--build-id=none -Wl,--print-map -Wl,-soname,out | -lc -lm -lpthread
            OSX_X86_64         | -Wl,-install_name,@rpath/out | -lc
            OSX_AARCH_64       | -Wl,-install_name,@rpath/out | -lc
            WINDOWS_X86_64     | -Wl,--gc-sections | -Wl,-e,DllMainCRTStartup rt.a -lkernel32 -lucrtbase
            WINDOWS_AARCH_64   | -Wl,--gc-sections | -Wl,-e,DllMainCRTStartup rt.a -lkernel32 -lucrtbase
            FREEBSD_X86_64     | -Wl,-z,defs -Wl,-z,relro,-z,now -Wl,--gc-sections -Wl,--build-id=none -Wl,--print-map -Wl,-soname,out | -lc -lm -lpthread
            """)
    void linksLean(Platform platform, String format, String system) {
        List<Path> runtime = platform.name().startsWith("WINDOWS") ? List.of(Path.of("rt.a")) : List.of();
        assertThat(link(platform, LinkMode.LEAN, runtime))
                .isEqualTo("cc -target " + platform.zigTarget() + " -shared -s -nostdlib " + format
                        + " -o out a.o b.o -lz -Lextra " + system);
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void linksInFullWithoutLeavingTheRunTimeOut(Platform platform) {
        assertThat(link(platform, LinkMode.FULL, List.of()))
                .doesNotContain("-nostdlib", "-lucrtbase", "-e,DllMain")
                .endsWith("-o out a.o b.o -lz -Lextra");
    }

    @Test
    void whatComesLastWins() {
        CompilerSettings more = new CompilerSettings(List.of(), List.of("X=2"), List.of("-O0"), List.of(), List.of());
        assertThat(SETTINGS.and(more).defines()).containsExactly("X=1", "X=2");
        assertThat(SETTINGS.and(more).compilerFlags()).containsExactly("-O3", "-O0");
        assertThat(CompilerSettings.none().and(SETTINGS)).isEqualTo(SETTINGS);
    }

    private static String link(Platform platform, LinkMode mode, List<Path> runtime) {
        return String.join(
                " ",
                ZigArguments.link(
                        platform,
                        mode,
                        SourceLanguage.C,
                        SETTINGS,
                        List.of(Path.of("a.o"), Path.of("b.o")),
                        runtime,
                        LinkSymbols.inside(true),
                        Path.of("out")));
    }
}
