package io.github.cffi4j.build.compile;

import io.github.cffi4j.build.fetch.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands beside an output and says what it was made from: the command and the hash of each input. Written last, so
 * that an output without it counts as not made.
 */
final class BuildRecord {
    private static final String SUFFIX = ".made";

    private BuildRecord() {}

    /** Whether the output is there and was made by the same command from the same inputs. */
    static boolean upToDate(Path output, String command, FileHashes hashes) throws IOException {
        Path record = record(output);
        if (!Files.isRegularFile(output) || !Files.isRegularFile(record)) {
            return false;
        }
        List<String> lines = Files.readAllLines(record);
        if (lines.size() < 2
                || !lines.get(0).equals(hash(command))
                || !lines.get(1).equals(fileHash(output))) {
            return false;
        }
        return lines.stream().skip(2).allMatch(line -> sameInput(line, hashes));
    }

    /** Notes how an output was made. */
    static void write(Path output, String command, List<Path> inputs, FileHashes hashes) throws IOException {
        List<String> lines = new ArrayList<>(List.of(hash(command), fileHash(output)));
        for (Path input : inputs) {
            lines.add(hashes.of(input).orElseThrow(() -> new IOException("gone while it was being compiled: " + input))
                    + " " + input);
        }
        try (ScratchFolder scratch = ScratchFolder.beside(output)) {
            ScratchFolder.move(Files.write(scratch.path().resolve("record"), lines), record(output));
        }
    }

    /** Forgets an output that is about to be made anew. */
    static void delete(Path output) throws IOException {
        Files.deleteIfExists(record(output));
    }

    private static boolean sameInput(String line, FileHashes hashes) {
        int blank = line.indexOf(' ');
        Optional<String> now = hashes.of(Path.of(line.substring(blank + 1)));
        return now.isPresent() && now.get().equals(line.substring(0, blank));
    }

    private static Path record(Path output) {
        return output.resolveSibling(output.getFileName() + SUFFIX);
    }

    private static String hash(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).hex();
    }

    private static String fileHash(Path file) throws IOException {
        return Sha256.of(file).hex();
    }
}
