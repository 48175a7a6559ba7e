package io.github.cffi4j.compiler.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        try (Stream<Path> below = Files.walk(folder)) {
            List<Path> files = below.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .toList();
            String lines = files.parallelStream()
                    .map(file -> new String[] {name(folder, file), fact(file, fact)})
                    .sorted((one, other) -> one[0].compareTo(other[0]))
                    .map(line -> line[1] + "  " + line[0] + "\n")
                    .collect(Collectors.joining());
            return Sha256.of(lines.getBytes(StandardCharsets.UTF_8));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static String fact(Path file, Fact fact) {
        try {
            // A link may lead elsewhere tomorrow: no folder with one is like a folder without.
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? fact.of(file) : "no file";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
