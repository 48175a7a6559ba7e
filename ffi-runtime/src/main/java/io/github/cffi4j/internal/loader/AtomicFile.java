package io.github.cffi4j.internal.loader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * Gives a file its content all at once: another process sees the old file, none, or the whole new one.
 *
 * <p>The file it is written to first is locked while its writer lives, so those that killed processes left behind are
 * told apart and removed by the next that writes there.
 */
final class AtomicFile {
    private static final String SUFFIX = ".tmp";
    private static final int ATTEMPTS = 10;

    private AtomicFile() {}

    /**
     * Writes content that is on the disk, not only on its way there, when the file appears. A channel of an interrupted
     * thread closes, so an interrupt is put off until the file is written.
     */
    static void write(Path file, byte[] content) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            for (int attempt = 1; ; ) {
                try {
                    writeOnce(file, content);
                    return;
                } catch (ClosedByInterruptException e) {
                    interrupted |= Thread.interrupted();
                } catch (NoSuchFileException | FileAlreadyExistsException e) {
                    // Before it was locked, another process took the temporary file for one that was left behind. Or
                    // another has this very name, by chance or since the clock was set back.
                    if (attempt++ == ATTEMPTS || Files.notExists(file.getParent())) {
                        throw e;
                    }
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void writeOnce(Path file, byte[] content) throws IOException {
        removeAbandoned(file.getParent());
        Path temporary = temporary(file);
        try (FileChannel channel = FileChannel.open(
                temporary,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PrivateFolder.permissions(temporary, "rw-------"))) {
            lock(channel);
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            // It is another process's file.
            throw e;
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }

    /** Without the number of the process, which Java starts threads to find out. If two agree by chance, one sees the file. */
    private static Path temporary(Path file) {
        long number = System.nanoTime() * 31 + Thread.currentThread().getId();
        return file.resolveSibling(file.getFileName() + "." + Long.toHexString(number) + SUFFIX);
    }

    private static void removeAbandoned(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (file.toString().endsWith(SUFFIX) && isAbandoned(file)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (DirectoryIteratorException e) {
            // Only a part of the list can be had, as by a 32-bit process on ext4: what is left behind stays a while
            // longer.
            LoaderLog.debug("cannot list {}: {}", folder, e.getCause());
        }
    }

    private static boolean isAbandoned(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (IOException | OverlappingFileLockException e) {
            // Gone, another thread's, or on a file system without locks.
            return false;
        }
    }

    private static void lock(FileChannel channel) {
        try {
            channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Another thread is about to take it for abandoned: then it is written again.
            LoaderLog.debug("another thread has the lock of a new file: {}", e.toString());
        } catch (IOException e) {
            LoaderLog.debug("no locks on this file system: {}", e.toString());
        }
    }
}
