package io.github.cffi4j.compiler.fetch;

import io.github.cffi4j.compiler.setting.WrongSettingException;
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
    private final ArtifactSource artifacts;
    private final boolean offline;
    private final Progress progress;

    /** A fetcher without Maven repositories. */
    public SourceArchiveFetcher(
            UserCache cache, Downloader downloader, PackageClient packageClient, boolean offline, Progress progress) {
        this(
                cache,
                downloader,
                packageClient,
                coordinates -> {
                    throw new FetchException("there are no Maven repositories here");
                },
                offline,
                progress);
    }

    public SourceArchiveFetcher(
            UserCache cache,
            Downloader downloader,
            PackageClient packageClient,
            ArtifactSource artifacts,
            boolean offline,
            Progress progress) {
        this.artifacts = artifacts;
        this.cache = cache;
        this.downloader = downloader;
        this.packageClient = packageClient;
        this.offline = offline;
        this.progress = progress;
    }

    /** The build's Maven repositories. */
    @FunctionalInterface
    public interface ArtifactSource {
        /**
         * @param coordinates {@code group:artifact:type[:classifier]:version}
         */
        Path resolve(String coordinates) throws IOException;
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
        for (SourcePatch patch : archive.patches()) {
            new PatchedTree(directory).apply(patch);
        }
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
                if (archive.sha256().equals(Sha256.UNPINNED)) {
                    throw unpinned(archive, location, e.found());
                }
                throw e;
            } catch (FetchException e) {
                reasons.add("\n  " + location + ": " + e.getMessage());
            }
        }
        throw new FetchException("the source archive " + archive.name() + " cannot be had:" + String.join("", reasons));
    }

    private static RuntimeException unpinned(SourceArchive archive, SourceLocation location, Sha256 found) {
        return new WrongSettingException(
                "the source archive " + archive.name() + " has no <sha256>, so nothing of it was used"
                        + "\n  " + location + " gives a file with this one:"
                        + "\n    <sha256>" + found.hex() + "</sha256>"
                        + "\n  fix: compare it with what the publisher announces, and put that line into the <sourceArchive>");
    }

    private void download(SourceArchive archive, SourceLocation location, Path file)
            throws IOException, InterruptedException {
        if (location instanceof SourceLocation.At at) {
            downloader.download(at.uri(), archive.sha256(), file, new TransferProgress(archive.name(), progress));
        } else if (location instanceof SourceLocation.Artifact artifact) {
            Files.copy(resolved(artifact), file);
            archive.sha256().verify(file, location.toString());
        } else if (location instanceof ClientPackage wanted) {
            if (offline) {
                throw new FetchException("the build is offline; run it once without -o");
            }
            packageClient.download(wanted, archive.sha256(), file);
        }
    }

    private Path resolved(SourceLocation.Artifact artifact) throws FetchException {
        try {
            return artifacts.resolve(artifact.forResolver());
        } catch (IOException e) {
            throw new FetchException(e.getMessage(), e);
        }
    }
}
