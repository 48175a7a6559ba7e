package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.compiler.fetch.FileTree;
import io.github.cffi4j.compiler.fetch.Progress;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The folder where zig keeps what it compiled. zig believes that what it put there is there and whole: a file that is gone,
 * cut off or half written makes it, or a linker behind it, fail with words that mean nothing to anybody. So the sizes of its
 * files are noted, and a damaged folder is emptied: zig fills it again. Thread-safe.
 */
final class ZigCache {
    /** The folder of what zig compiled; the rest are its own lists. */
    private static final String OUTPUTS = "o";

    private static final String NOTES = "cffi4j-files";

    /** A younger file may be one that another build's zig is writing. */
    private static final Duration SETTLED = Duration.ofSeconds(30);

    /** The messages of LLVM's linkers about a file that is gone or cut off. */
    private static final Pattern UNREADABLE = Pattern.compile(
            "cannot open|could not open|No such file|FileNotFound|truncated|malformed|failed to parse|unknown file type"
                    + "|not an object|unexpected end|NotLibStub");

    /** The messages of zig about its own lists. */
    private static final Pattern BROKEN_LIST =
            Pattern.compile("failed to check cache|invalid manifest|: InvalidFormat$");

    private final Path folder;
    private final Progress progress;
    private int emptied;

    ZigCache(Path folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /** Empties the folder if one of the files noted is gone or has another size. */
    synchronized void requireWhole() throws IOException {
        Map<String, Long> sizes = sizes(Instant.MAX);
        for (String line : notes()) {
            int blank = line.indexOf(' ');
            String name = line.substring(blank + 1);
            if (!line.substring(0, Math.max(0, blank)).equals(String.valueOf(sizes.get(name)))) {
                empty(name + " in it is not whole");
                return;
            }
        }
    }

    /** Notes the files there are, for the builds that follow. */
    synchronized void note() {
        String text = sizes(Instant.now().minus(SETTLED)).entrySet().stream()
                .map(file -> file.getValue() + " " + file.getKey() + "\n")
                .collect(Collectors.joining());
        try {
            ScratchFolder.write(folder.resolve(NOTES), folder.resolve(NOTES), text);
        } catch (IOException e) {
            // They are noted by another build.
        }
    }

    /** How often it was emptied; to be asked before zig is run. */
    synchronized int generation() {
        return emptied;
    }

    /**
     * Returns true if zig should be tried again, because this folder caused the failure and is empty now.
     *
     * @param generation the folder's when zig was started
     */
    synchronized boolean emptiedAfter(String said, int generation) throws IOException {
        boolean blamed = said.lines().anyMatch(this::blames);
        if (blamed && generation == emptied) {
            empty("zig cannot read it");
        }
        return blamed;
    }

    /** Linkers name files of the folder for other reasons too, such as a symbol that two libraries define. */
    private boolean blames(String line) {
        boolean names = line.replace('\\', '/').contains(folder.getFileName() + "/" + OUTPUTS + "/");
        return names && UNREADABLE.matcher(line).find()
                || BROKEN_LIST.matcher(line).find();
    }

    private void empty(String why) throws IOException {
        progress.message("zig's cache " + folder + " is damaged, " + why + ": it is made anew");
        emptied++;
        // In one step, so that no zig finds half of it.
        Path old = Files.createTempDirectory(folder.toAbsolutePath().getParent(), ".zig-cache");
        Files.move(folder, old.resolve("damaged"));
        Files.createDirectories(folder);
        FileTree.delete(old);
    }

    private List<String> notes() throws IOException {
        try {
            return Files.readAllLines(folder.resolve(NOTES));
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private Map<String, Long> sizes(Instant until) {
        Map<String, Long> sizes = new TreeMap<>();
        try {
            Files.walkFileTree(folder.resolve(OUTPUTS), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.lastModifiedTime().toInstant().isBefore(until)) {
                        sizes.put(folder.relativize(file).toString(), attributes.size());
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // A file that cannot be read is not whole.
        }
        return sizes;
    }
}
