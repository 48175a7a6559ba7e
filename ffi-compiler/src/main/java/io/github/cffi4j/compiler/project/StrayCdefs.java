package io.github.cffi4j.compiler.project;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Cdefs that a module has and that nobody reads, since they are not below the root of the cdefs. */
public final class StrayCdefs {
    private StrayCdefs() {}

    /** Returns the cdefs in the module's {@code src/main}, without those in its resources: a program may read them at run time. */
    public static List<Path> of(ProjectLayout layout) throws IOException {
        Path sources = layout.base().resolve("src/main");
        List<Path> stray = new ArrayList<>();
        if (Files.isDirectory(sources)) {
            Files.walkFileTree(sources, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean other = folder.equals(layout.cdefs()) || folder.equals(sources.resolve("resources"));
                    return other ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && CdefNames.meant(file)) {
                        stray.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        return stray.stream().sorted().toList();
    }
}
