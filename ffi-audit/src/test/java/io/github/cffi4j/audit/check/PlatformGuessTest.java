package io.github.cffi4j.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The paths of well-known jars. */
class PlatformGuessTest {

    @ParameterizedTest
    @CsvSource({
        "geo-1.0-linux-x86_64.jar!/META-INF/lib/linux_64/libgeo.so, LINUX, x86_64, GLIBC",
        "geo.jar!/META-INF/lib/linux_musl_arm64/libgeo.so, LINUX, aarch_64, MUSL",
        "sqlite-jdbc-3.46.0.0.jar!/org/sqlite/native/Linux-Musl/x86_64/libsqlitejdbc.so, LINUX, x86_64, MUSL",
        "sqlite-jdbc-3.46.0.0.jar!/org/sqlite/native/Linux-Android/aarch64/libsqlitejdbc.so, , aarch_64,",
        "sqlite-jdbc-3.46.0.0.jar!/org/sqlite/native/Mac/aarch64/libsqlitejdbc.dylib, OSX, aarch_64,",
        "sqlite-jdbc-3.46.0.0.jar!/org/sqlite/native/Windows/armv7/sqlitejdbc.dll, WINDOWS, arm_32,",
        "zstd-jni-1.5.7-6.jar!/darwin/x86_64/libzstd-jni-1.5.7-6.dylib, OSX, x86_64,",
        "zstd-jni-1.5.7-6.jar!/win/amd64/libzstd-jni-1.5.7-6.dll, WINDOWS, x86_64,",
        "zstd-jni-1.5.7-6.jar!/linux/i386/libzstd-jni-1.5.7-6.so, LINUX, x86_32,",
        "zstd-jni-1.5.7-6.jar!/linux/ppc64le/libzstd-jni-1.5.7-6.so, LINUX, ppcle_64,",
        "zstd-jni-1.5.7-6.jar!/linux/s390x/libzstd-jni-1.5.7-6.so, LINUX, s390_64,",
        "netty.jar!/META-INF/native/libnetty_tcnative_linux_x86_64.so, LINUX, x86_64,",
        "netty.jar!/META-INF/native/libnetty_tcnative_osx_aarch_64.jnilib, OSX, aarch_64,",
        "lwjgl-natives-windows-arm64.jar!/windows/arm64/org/lwjgl/lwjgl.dll, WINDOWS, aarch_64,",
        "jna.jar!/com/sun/jna/win32-x86-64/jnidispatch.dll, WINDOWS, x86_64,",
        "jna.jar!/com/sun/jna/linux-x86/libjnidispatch.so, LINUX, x86_32,",
        "libwarmth.so, , ,"
    })
    void ofPath(String path, String os, String machine, String libc) {
        ExpectedPlatform guess = PlatformGuess.ofPath(path);
        assertThat(guess.os().map(Enum::name).orElse(null)).isEqualTo(os);
        assertThat(guess.machine().orElse(null)).isEqualTo(machine);
        assertThat(guess.libc().map(Enum::name).orElse(null)).isEqualTo(libc);
    }
}
