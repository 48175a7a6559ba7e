package io.github.cffi4j.compiler.zig;

import io.github.cffi4j.compiler.fetch.ArchiveUnpacker;
import io.github.cffi4j.compiler.fetch.PackageClient;
import io.github.cffi4j.compiler.fetch.Progress;
import io.github.cffi4j.compiler.fetch.TransferProgress;
import java.io.IOException;
import java.nio.file.Path;

/** The zig project's own wheel, through the machine's {@code pip}. */
record WheelZig(ZigRelease release, PackageClient client, Progress progress) implements ZigSource.Remote {
    /** The folder in the wheel that has the program and lib. */
    static final String ROOT = "ziglang";

    @Override
    public String name() {
        return "pip";
    }

    @Override
    public String prospect() throws IOException, InterruptedException {
        return "'" + client.client(release.wheel().what()) + "' answers, and would be asked for "
                + release.wheel().what();
    }

    @Override
    public void unpackInto(Path empty) throws IOException, InterruptedException {
        PinnedPackage wheel = release.wheel();
        Path archive = empty.resolveSibling("wheel");
        String what = "zig " + release.version();
        progress.message(what + ": downloading with pip (" + TransferProgress.megabytes(wheel.bytes()) + ")");
        client.download(wheel.what(), wheel.sha256(), archive);
        progress.message(what + ": unpacking");
        ArchiveUnpacker.below(ROOT).unpack(archive, empty);
    }
}
