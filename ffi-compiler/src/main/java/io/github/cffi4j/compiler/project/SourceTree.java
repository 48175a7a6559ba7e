package io.github.cffi4j.compiler.project;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The files below a folder that an author wrote. Symbolic links are followed, as compilers do and as git makes them; one that
 * leads back to a folder above it adds nothing, and a file that is found by two paths counts once.
 */
final class SourceTree {

    private SourceTree() {}

    /**
     * The regular files in the order of their paths, without hidden ones: editors and file systems leave such as {@code
     * .#geo.c} beside a file. None if there is no such folder.
     *
     * @throws WrongSettingException if a link leads nowhere
     */
    static List<Path> files(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Visitor(root, found));
        Set<Path> real = new HashSet<>();
        List<Path> once = new ArrayList<>();
        for (Path file : found.stream().sorted().toList()) {
            if (real.add(file.toRealPath())) {
                once.add(file);
            }
        }
        return once;
    }

    private static final class Visitor extends SimpleFileVisitor<Path> implements FileVisitor<Path> {
        private final Path root;
        private final List<Path> found;

        private Visitor(Path root, List<Path> found) {
            this.root = root;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return hidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!hidden(file) && attributes.isSymbolicLink()) {
                throw new WrongSettingException(
                        file + " is a symbolic link that leads nowhere; fix: remove it, or make what it names,"
                                + " such as a git submodule (git submodule update --init)");
            }
            if (!hidden(file) && attributes.isRegularFile()) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof FileSystemLoopException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        private boolean hidden(Path file) {
            return !file.equals(root) && file.getFileName().toString().startsWith(".");
        }
    }
}
