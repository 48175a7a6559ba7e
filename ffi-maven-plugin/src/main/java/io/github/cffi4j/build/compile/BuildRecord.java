package io.github.cffi4j.build.compile;

import io.github.cffi4j.build.fetch.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands beside an output and says what it was made from: the command and the hash of each input. Written last, so
 * that an output without it counts as not made.
 *
 * @param hash of the output
 * @param note what its maker wants to know again
 */
public record BuildRecord(String hash, String note) {
    private static final String SUFFIX = ".made";
    private static final int HEAD = 3;

    /** The record beside an output that is there and was made by the same command from the same inputs. */
    static Optional<BuildRecord> current(Path output, String command, FileHashes hashes) throws IOException {
        return current(record(output), output, command, hashes);
    }

    /** {@link #current(Path, String, FileHashes)}, where the record is in a file of its own. */
    public static Optional<BuildRecord> current(Path record, Path output, String command, FileHashes hashes)
            throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(record);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (lines.size() < HEAD
                || !lines.get(0).equals(hash(command))
                || !lines.stream().skip(HEAD).allMatch(line -> sameInput(line, hashes))
                || !hashes.of(output).equals(Optional.of(lines.get(1)))) {
            return Optional.empty();
        }
        return Optional.of(new BuildRecord(lines.get(1), lines.get(2)));
    }

    /**
     * Puts an output in its place and notes how it was made.
     *
     * @param made the output; its hash is taken here and not in its place, where another build may put one of its own
     */
    static BuildRecord put(Path made, Path output, String command, String note, List<HashedFile> inputs)
            throws IOException {
        BuildRecord record = new BuildRecord(Sha256.of(made).hex(), note);
        delete(output);
        ScratchFolder.move(made, output);
        record.write(record(output), command, inputs);
        return record;
    }

    /** Notes in a file of its own how an output was made. */
    public static void write(Path record, Path output, String command, String note, List<HashedFile> inputs)
            throws IOException {
        new BuildRecord(Sha256.of(output).hex(), note).write(record, command, inputs);
    }

    private void write(Path file, String command, List<HashedFile> inputs) throws IOException {
        List<String> lines = new ArrayList<>(List.of(hash(command), hash, note));
        inputs.forEach(input -> lines.add(input.hash() + " " + input.path()));
        ScratchFolder.write(file, file, String.join("\n", lines) + "\n");
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
}
