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
 * What stands beside an output and says what it was made from: the command and each input. Written last, so that an output
 * without it counts as not made.
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
        try {
            List<String> lines = Files.readAllLines(record);
            boolean sameInputs = lines.size() >= HEAD
                    && lines.get(0).equals(hash(command))
                    && lines.stream().skip(HEAD).allMatch(line -> hashes.unchanged(HashedFile.parse(line)));
            if (sameInputs) {
                HashedFile made = HashedFile.parse(lines.get(1));
                if (hashes.unchanged(new HashedFile(output, made.hash(), made.look()))) {
                    return Optional.of(new BuildRecord(made.hash(), lines.get(2)));
                }
            }
        } catch (NoSuchFileException | IllegalArgumentException e) {
            // None, or one that a disk or another version of the plugin wrote: what it stands for is made anew.
        }
        return Optional.empty();
    }

    /**
     * Puts an output in its place and notes how it was made.
     *
     * @param made the output; it is hashed here and not in its place, where another build may put one of its own
     */
    static BuildRecord put(Path made, Path output, String command, String note, List<HashedFile> inputs)
            throws IOException {
        HashedFile hashed = HashedFile.of(made, FileLook.at(made));
        delete(output);
        ScratchFolder.move(made, output);
        return write(record(output), hashed, command, note, inputs);
    }

    /** Notes in a file of its own how an output was made. */
    public static void write(Path record, Path output, String command, String note, List<HashedFile> inputs)
            throws IOException {
        write(record, HashedFile.of(output, FileLook.at(output)), command, note, inputs);
    }

    private static BuildRecord write(
            Path record, HashedFile output, String command, String note, List<HashedFile> inputs) throws IOException {
        List<String> lines = new ArrayList<>(List.of(hash(command), output.line(), note));
        inputs.forEach(input -> lines.add(input.line()));
        ScratchFolder.write(record, record, String.join("\n", lines) + "\n");
        return new BuildRecord(output.hash(), note);
    }

    /** Forgets an output that is about to be made anew. */
    static void delete(Path output) throws IOException {
        Files.deleteIfExists(record(output));
    }

    private static Path record(Path output) {
        return output.resolveSibling(output.getFileName() + SUFFIX);
    }

    private static String hash(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
