package io.github.cffi4j.compiler.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Gets source archives into the user's cache, unpacked. Thread-safe, also between processes. */
public final class SourceArchiveFetcher {
    private final UserCache cache;
    private final Downloader downloader;
    private final PackageClient packageClient;
    private final boolean offline;
    private final Progress progress;

    public SourceArchiveFetcher(
            UserCache cache, Downloader downloader, PackageClient packageClient, boolean offline, Progress progress) {
        this.cache = cache;
        this.downloader = downloader;
        this.packageClient = packageClient;
        this.offline = offline;
        this.progress = progress;
    }

    /**
     * The unpacked sources; their folder is shared by all builds of this user and must not be written to.
     *
     * @throws WrongHashException if a location gives another file than the pinned one
     * @throws FetchException if no location gives it; the message lists each with its reason
     */
    public FetchedArchive fetch(SourceArchive archive) throws IOException, InterruptedException {
        Path folder = new SharedDirectory(cache.sources().resolve(archive.folderName()))
                .obtain(progress, empty -> fill(archive, empty));
        return new FetchedArchive(archive, folder);
    }

    private void fill(SourceArchive archive, Path directory) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory(directory.getParent(), "archive");
        // Named like the archive: messages tell the file's name.
        Path file = Files.createDirectory(scratch.resolve("fetched")).resolve(archive.name());
        download(archive, file);
        if (archive.inner().isPresent()) {
            String inner = archive.inner().get();
            int slash = inner.lastIndexOf('/');
            Path outer = Files.createDirectory(scratch.resolve("unpacked"));
            new ArchiveUnpacker(
                            slash < 0 ? "" : inner.substring(0, slash),
                            List.of(inner.substring(slash + 1)),
                            ArchiveUnpacker.DEFAULT_MAX_BYTES)
                    .unpack(file, outer);
            file = outer.resolve(inner.substring(slash + 1));
        }
        new ArchiveUnpacker(archive.strip(), archive.includes(), ArchiveUnpacker.DEFAULT_MAX_BYTES)
                .unpack(file, directory);
        if (!archive.licenseFiles().isEmpty()) {
            new ArchiveUnpacker("", archive.licenseFiles(), ArchiveUnpacker.DEFAULT_MAX_BYTES)
                    .unpack(file, Files.createDirectory(directory.resolve(FetchedArchive.LICENSES)));
        }
    }

    private void download(SourceArchive archive, Path file) throws IOException, InterruptedException {
        List<String> reasons = new ArrayList<>();
        for (SourceLocation location : archive.locations()) {
            try {
                progress.message(archive.name() + ": fetching " + location);
                download(archive, location, file);
                return;
            } catch (WrongHashException e) {
                throw e;
            } catch (FetchException e) {
                reasons.add("\n  " + location + ": " + e.getMessage());
            }
        }
        throw new FetchException("the source archive " + archive.name() + " cannot be had:" + String.join("", reasons));
    }

    private void download(SourceArchive archive, SourceLocation location, Path file)
            throws IOException, InterruptedException {
        if (location instanceof SourceLocation.At at) {
            downloader.download(at.uri(), archive.sha256(), file, new TransferProgress(archive.name(), progress));
        } else if (location instanceof ClientPackage wanted) {
            if (offline) {
                throw new FetchException("the build is offline; run it once without -o");
            }
            packageClient.download(wanted, archive.sha256(), file);
        }
    }
}
