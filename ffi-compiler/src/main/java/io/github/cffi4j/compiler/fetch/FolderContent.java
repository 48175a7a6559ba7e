package io.github.cffi4j.compiler.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A folder with all that is in it, as one hash. */
public final class FolderContent {
    private FolderContent() {}

    @FunctionalInterface
    private interface Fact {
        String of(Path file) throws IOException;
    }

    /**
     * The hash of names and contents, as a shell says it too:
     * {@code find . -type f | cut -c3- | LC_ALL=C sort | xargs -d '\n' sha256sum | sha256sum}.
     */
    public static Sha256 hash(Path folder) throws IOException {
        return digest(folder, file -> Sha256.of(file).hex());
    }

    /** How it looks from outside: as long as that stays, so does {@link #hash}. See {@link FileLook}. */
    public static String look(Path folder) throws IOException {
        return digest(folder, FileLook::at).hex();
    }

    private static Sha256 digest(Path folder, Fact fact) throws IOException {
        SortedMap<String, Optional<Path>> files = files(folder);
        try {
            String lines = files.entrySet().parallelStream()
                    .map(file -> fact(file.getValue(), fact) + "  " + file.getKey() + "\n")
                    .collect(Collectors.joining());
            return Sha256.of(lines.getBytes(StandardCharsets.UTF_8));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** All files by their names below a folder; no path for what is no regular file. */
    private static SortedMap<String, Optional<Path>> files(Path folder) throws IOException {
        SortedMap<String, Optional<Path>> files = new TreeMap<>();
        int start = folder.resolve("-").toString().length() - 1;
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.toString().substring(start).replace('\\', '/');
                files.put(name, Optional.of(file).filter(any -> attributes.isRegularFile()));
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static String fact(Optional<Path> file, Fact fact) {
        try {
            // A link may lead elsewhere tomorrow: no folder with one is like a folder without.
            return file.isPresent() ? fact.of(file.get()) : "no file";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
