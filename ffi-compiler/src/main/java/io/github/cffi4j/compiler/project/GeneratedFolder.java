package io.github.cffi4j.compiler.project;

import io.github.cffi4j.compiler.compile.ScratchFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A folder whose files are all generated. Leaves files alone that would not change, so nothing behind is done again. */
final class GeneratedFolder {
    private final Path root;
    private final Set<Path> written = new HashSet<>();
    private boolean changed;

    GeneratedFolder(Path root) {
        this.root = root;
    }

    /** Leaves a file as it is, which an earlier run wrote. */
    Path keep(String relative) {
        Path file = root.resolve(relative);
        written.add(file);
        return file;
    }

    /** Writes a file whole or not at all. */
    Path write(String relative, String text) throws IOException {
        Path file = keep(relative);
        if (Files.isRegularFile(file) && Files.readString(file).equals(text)) {
            return file;
        }
        ScratchFolder.write(root, file, text);
        changed = true;
        return file;
    }

    /** Deletes what an earlier run wrote and this one did not. */
    void deleteOthers() throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        List<Path> stale;
        try (Stream<Path> files = Files.walk(root)) {
            stale = files.filter(Files::isRegularFile)
                    .filter(file -> !written.contains(file))
                    .toList();
        }
        for (Path file : stale) {
            Files.deleteIfExists(file);
            changed = true;
        }
    }

    boolean changed() {
        return changed;
    }
}
