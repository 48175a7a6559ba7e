package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.compiler.fetch.FileTree;
import io.github.cffi4j.compiler.process.Shutdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A folder of one build's own beside an output. What is made in it, with the permissions files usually have, is moved to
 * its place whole; two builds at once never write the same file. Closing deletes the rest, and so does the end of this
 * JVM by a signal.
 */
public final class ScratchFolder implements AutoCloseable {
    private final Shutdown.Begun<Path> begun;

    private ScratchFolder(Shutdown.Begun<Path> begun) {
        this.begun = begun;
    }

    /** A new one beside an output, whose folder is created if need be. */
    public static ScratchFolder beside(Path output) throws IOException {
        Path parent = Files.createDirectories(output.getParent());
        return new ScratchFolder(Shutdown.unfinished(
                () -> Files.createTempDirectory(parent, ".scratch"), folder -> () -> deleteWhileOthersWrite(folder)));
    }

    /** Puts a file of this folder in the place of an output, if there is one already. */
    public static void move(Path made, Path output) throws IOException {
        Files.move(made, output, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Writes a file whole or not at all.
     *
     * @param root the file, or a folder above it that others look through, perhaps in this very moment
     */
    public static void write(Path root, Path output, String text) throws IOException {
        try (ScratchFolder scratch = beside(root)) {
            Files.createDirectories(output.getParent());
            move(Files.writeString(scratch.path().resolve("text"), text), output);
        }
    }

    /** The folder. */
    public Path path() {
        return begun.thing();
    }

    @Override
    public void close() throws IOException {
        FileTree.delete(path());
        Shutdown.finished(begun);
    }

    /** The thread whose folder it is may still put files into it, or delete it too. */
    private static void deleteWhileOthersWrite(Path folder) {
        for (int attempt = 0; attempt < 10 && Files.exists(folder); attempt++) {
            try {
                FileTree.delete(folder);
            } catch (IOException e) {
                // Something changed below it meanwhile: again.
            }
        }
    }
}
