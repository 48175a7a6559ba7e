package io.github.cffi4j.compiler.nativebuild;

import io.github.cffi4j.compiler.fetch.Globs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Copies sources and moves what was installed. */
final class PrefixFiles {
    /** The same for all: makefiles would else run autoconf again, by the order in which an archive was unpacked. */
    private static final FileTime ONE_TIME = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    private PrefixFiles() {}

    /** Copies a folder of sources, with the permissions and links that it has. */
    static void copySources(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (folder.getFileName().toString().equals(".git")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
                if (!attributes.isSymbolicLink()) {
                    Files.setLastModifiedTime(copy, ONE_TIME);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Moves what is below the prefix of an installation to where it stays. */
    static boolean take(Path staging, Path prefix) throws IOException {
        Path installed = staging.resolve(BuildRecipe.PREFIX.substring(1));
        if (!Files.isDirectory(installed)) {
            return false;
        }
        try (Stream<Path> files = Files.list(installed)) {
            for (Path file : files.toList()) {
                Files.move(file, prefix.resolve(file.getFileName()));
            }
        }
        return true;
    }

    /** Copies files of the build's folder: static libraries to {@code lib}, all others to {@code include}. */
    static boolean collect(Path build, List<String> globs, Path prefix) throws IOException {
        Globs wanted = Globs.of(globs);
        List<Path> files;
        try (Stream<Path> all = Files.walk(build)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> wanted.matches(build.relativize(file)))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            Path folder = prefix.resolve(InstalledPrefix.isStaticLibrary(file) ? "lib" : "include");
            Files.createDirectories(folder);
            Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        return !files.isEmpty();
    }

    /** Has the files that tell later builds of this one name the folder that they are in, wherever it is. */
    static void relocate(Path prefix) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(prefix)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            String up = "/..".repeat(prefix.relativize(file).getNameCount() - 1);
            if (name.endsWith(".la")) {
                // libtool would look for what it names below the root of this machine.
                Files.delete(file);
            } else if (name.endsWith(".pc")) {
                replace(file, "${pcfiledir}" + up);
            } else if (name.endsWith(".cmake")) {
                replace(file, "${CMAKE_CURRENT_LIST_DIR}" + up);
            }
        }
    }

    private static void replace(Path file, String folder) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        String relocated = text.replace(BuildRecipe.PREFIX, folder);
        if (!relocated.equals(text)) {
            Files.writeString(file, relocated, StandardCharsets.ISO_8859_1);
        }
    }
}
