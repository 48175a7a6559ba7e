package io.github.cffi4j.compiler.fetch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Predicate;

/**
 * A folder that several builds share: it is there complete or not at all, and only one build at a time fills it.
 *
 * <p>Works between threads and between processes: by a lock on a file beside the folder, which the operating system
 * releases when its holder dies, and by one rename.
 *
 * @param path the folder; its parent need not exist
 */
public record SharedDirectory(Path path) {
    private static final long POLL_MILLIS = 50;

    /** Work done under the lock. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws IOException, InterruptedException;
    }

    /** Fills an empty folder. Files beside it are free for use meanwhile, they go away with the call. */
    @FunctionalInterface
    public interface Filler {
        void fill(Path empty) throws IOException, InterruptedException;
    }

    /**
     * The folder, filled now or by whoever was first. It is trusted once it is there.
     *
     * @throws IOException if the folder cannot be written, or what the filler throws
     */
    public Path obtain(Progress progress, Filler filler) throws IOException, InterruptedException {
        return obtain(progress, folder -> Files.isDirectory(folder), filler);
    }

    /**
     * The folder, filled now or by whoever was first.
     *
     * @param whole whether what is there is complete; a folder that is not is filled again
     */
    public Path obtain(Progress progress, Predicate<Path> whole, Filler filler)
            throws IOException, InterruptedException {
        if (!whole.test(path)) {
            locked(progress, () -> whole.test(path) ? path : replace(filler));
        }
        return path;
    }

    /** Does the work while no other build can do any on this folder; waits for that, and says so once. */
    public <T> T locked(Progress progress, Work<T> work) throws IOException, InterruptedException {
        try (FileChannel channel = openLockFile()) {
            FileLock lock = tryLock(channel);
            if (lock == null) {
                progress.message("waiting for another build that fetches " + path.getFileName());
            }
            while (lock == null) {
                Thread.sleep(POLL_MILLIS);
                lock = tryLock(channel);
            }
            return work.run();
        }
    }

    /**
     * Puts a newly filled folder in the place of the old one, if any. Only for work under {@link #locked}.
     *
     * @return the folder
     */
    public Path replace(Filler filler) throws IOException, InterruptedException {
        deleteLeftovers();
        Path part = Files.createTempDirectory(path.getParent(), partPrefix());
        try {
            Path filled = Files.createDirectory(part.resolve("new"));
            filler.fill(filled);
            if (Files.exists(path)) {
                Files.move(path, part.resolve("old"), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(filled, path, StandardCopyOption.ATOMIC_MOVE);
            return path;
        } finally {
            FileTree.delete(part);
        }
    }

    private FileChannel openLockFile() throws IOException {
        try {
            Files.createDirectories(path.getParent());
            return FileChannel.open(
                    path.resolveSibling(path.getFileName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new FetchException(
                    "cannot write to the cache folder " + path.getParent() + " ("
                            + e.getClass().getSimpleName() + ": " + e.getMessage()
                            + "); make it writable, or name another with -Dffi.cache.dir=<folder>",
                    e);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Another thread of this process has it.
            return null;
        }
    }

    /** Removes what a killed build left: nobody else can be working on it while the lock is ours. */
    private void deleteLeftovers() throws IOException {
        try (DirectoryStream<Path> siblings = Files.newDirectoryStream(
                path.getParent(), sibling -> sibling.getFileName().toString().startsWith(partPrefix()))) {
            for (Path leftover : siblings) {
                try {
                    FileTree.delete(leftover);
                } catch (IOException e) {
                    // Programs that the killed build started may still write there; our own folder has another name.
                }
            }
        }
    }

    private String partPrefix() {
        return "." + path.getFileName() + ".part";
    }
}
