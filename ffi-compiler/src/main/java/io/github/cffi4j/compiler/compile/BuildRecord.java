package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.compiler.fetch.FileLook;
import io.github.cffi4j.compiler.fetch.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The record beside an output of what it was made from: the command and each input. Written last, so that an output
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
            if (lines.size() < HEAD || !lines.get(0).equals(hash(command))) {
                return Optional.empty();
            }
            HashedFile made = HashedFile.parse(lines.get(1));
            List<HashedFile> noted = new ArrayList<>(List.of(new HashedFile(output, made.hash(), made.look())));
            lines.stream().skip(HEAD).map(HashedFile::parse).forEach(noted::add);
            List<HashedFile> now = new ArrayList<>();
            for (HashedFile file : noted) {
                Optional<HashedFile> unchanged = hashes.unchanged(file);
                if (unchanged.isEmpty()) {
                    return Optional.empty();
                }
                now.add(unchanged.get());
            }
            if (!now.equals(noted)) {
                refresh(record, now, command, lines.get(2));
            }
            return Optional.of(new BuildRecord(made.hash(), lines.get(2)));
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
        HashedFile placed = new HashedFile(output, hashed.hash(), FileLook.renamed(hashed.look(), output));
        return write(record(output), placed, command, note, inputs);
    }

    /** Notes how files look that were copied or touched, lest each build from now on hash them. */
    private static void refresh(Path record, List<HashedFile> files, String command, String note) {
        try {
            write(record, files.get(0), command, note, files.subList(1, files.size()));
        } catch (IOException e) {
            // They are hashed again, no more.
        }
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
