package io.github.cffi4j.compiler.zig;

import io.github.cffi4j.platform.Architecture;
import io.github.cffi4j.platform.OperatingSystem;
import java.util.Locale;

/** The machine the tests run on. */
final class TestHost {
    private TestHost() {}

    static ZigHost current() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch");
        return new ZigHost(
                os.startsWith("windows")
                        ? OperatingSystem.WINDOWS
                        : os.startsWith("mac") ? OperatingSystem.OSX : OperatingSystem.LINUX,
                arch.equals("aarch64") ? Architecture.AARCH_64 : Architecture.X86_64);
    }
}
