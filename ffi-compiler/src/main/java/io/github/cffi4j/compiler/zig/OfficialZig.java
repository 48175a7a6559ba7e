package io.github.cffi4j.compiler.zig;

import io.github.cffi4j.compiler.fetch.ArchiveUnpacker;
import io.github.cffi4j.compiler.fetch.Downloader;
import io.github.cffi4j.compiler.fetch.Progress;
import io.github.cffi4j.compiler.fetch.TransferProgress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** The zig project's own archives, or a mirror with the same layout. */
record OfficialZig(URI base, ZigRelease release, Downloader downloader, Progress progress) implements ZigSource.Remote {

    @Override
    public String name() {
        return "download";
    }

    @Override
    public String prospect() throws IOException, InterruptedException {
        downloader.reach(base);
        return base + " answers";
    }

    @Override
    public void unpackInto(Path empty) throws IOException, InterruptedException {
        String folder = base.toString().endsWith("/") ? base.toString() : base + "/";
        URI source = URI.create(folder + release.archivePath());
        Path archive = empty.resolveSibling("archive");
        String what = "zig " + release.version();
        progress.message(what + ": downloading " + source);
        downloader.download(source, release.archive(), archive, new TransferProgress(what, progress));
        progress.message(what + ": unpacking");
        ArchiveUnpacker.below(release.archiveRoot()).unpack(archive, empty);
    }
}
