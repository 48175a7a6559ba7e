package io.github.cffi4j.build.compile;

import io.github.cffi4j.build.fetch.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A folder of one build's own beside an output. What is made in it, with the permissions files usually have, is moved to
 * its place whole; two builds at once never write the same file. Closing deletes the rest.
 *
 * @param path the folder
 */
public record ScratchFolder(Path path) implements AutoCloseable {

    /** A new one beside an output, whose folder is created if need be. */
    public static ScratchFolder beside(Path output) throws IOException {
        return new ScratchFolder(Files.createTempDirectory(Files.createDirectories(output.getParent()), ".scratch"));
    }

    /** Puts a file of this folder in the place of an output, if there is one already. */
    public static void move(Path made, Path output) throws IOException {
        Files.move(made, output, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        FileTree.delete(path);
    }
}
