package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.compiler.fetch.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Object files by what they were made from, for all modules and checkouts of a user, and for others by copying the folder.
 * Safe for builds at once: entries are put in their place whole, and checked when taken.
 *
 * <p>Which headers a source includes is known only to who compiled it. So a first key, of the command and the source,
 * leads to the lists of headers it was seen with; a second one, of these with their content, to the object.
 */
final class ObjectCache {
    /** Counts up with the form of the entries and of the keys. */
    private static final String FORMAT = "2";

    /** Headers that choose other headers give one source several lists; the newest first. */
    private static final int LISTS = 8;

    private static final String LIST_END = "\n\n";
    private static final int HASH_LENGTH = 64;

    private final Path folder;
    private final long bytes;

    /**
     * @param bytes how much it may hold; 0 for a cache that is never used
     */
    ObjectCache(Path folder, long bytes) {
        this.folder = folder;
        this.bytes = bytes;
    }

    /** An object as it was put in, the files it was made from, and what the compiler printed. */
    record Entry(byte[] object, List<HashedFile> inputs, String output) {}

    /** An object that was made now. */
    record Made(List<HashedFile> inputs, Path object, String output) {}

    /**
     * The object that this command makes of the files as they are now.
     *
     * @param command with portable names, the same for the same output
     */
    Optional<Entry> find(String command, PortableNames names, FileHashes hashes) {
        if (bytes == 0) {
            return Optional.empty();
        }
        for (String list : lists(command)) {
            Optional<Entry> entry = hashes.of(list.lines().map(names::file).toList())
                    .flatMap(inputs -> entry(objectKey(command, list, inputs), inputs, names));
            if (entry.isPresent()) {
                return entry;
            }
        }
        return Optional.empty();
    }

    private Optional<Entry> entry(String key, List<HashedFile> inputs, PortableNames names) {
        return take(file(key, ".o"))
                .map(object -> new Entry(
                        object,
                        inputs,
                        take(file(key, ".output"))
                                .map(output -> names.out(new String(output, StandardCharsets.UTF_8)))
                                .orElse("")));
    }

    /** Keeps an object. A cache that cannot be written is no reason to fail: it is just not there the next time. */
    void put(String command, Made made, PortableNames names) {
        if (bytes == 0) {
            return;
        }
        try {
            String list =
                    made.inputs().stream().map(input -> names.of(input.path())).collect(Collectors.joining("\n"));
            String key = objectKey(command, list, made.inputs());
            if (!made.output().isEmpty()) {
                write(file(key, ".output"), names.in(made.output()).getBytes(StandardCharsets.UTF_8));
            }
            write(file(key, ".o"), Files.readAllBytes(made.object()));
            List<String> lists = new ArrayList<>(List.of(list));
            lists(command).stream().filter(other -> !other.equals(list)).forEach(lists::add);
            String text = lists.stream().limit(LISTS).collect(Collectors.joining(LIST_END));
            write(file(hash(command), ".headers"), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // Full, or read-only: the object is in its place all the same.
        }
    }

    /** Deletes what is too much. */
    void prune() {
        new CachePruner(folder, bytes).prune();
    }

    private List<String> lists(String command) {
        return take(file(hash(command), ".headers"))
                .map(text -> List.of(new String(text, StandardCharsets.UTF_8).split(LIST_END)))
                .orElse(List.of());
    }

    private static String objectKey(String command, String list, List<HashedFile> inputs) {
        return hash(hash(command)
                + hash(list)
                + inputs.stream().map(HashedFile::hash).collect(Collectors.joining()));
    }

    /** The content behind its hash; an entry that a disk or a person has damaged is thrown away. */
    private static Optional<byte[]> take(Path entry) {
        try {
            byte[] all = Files.readAllBytes(entry);
            int head = Math.min(HASH_LENGTH, all.length);
            byte[] content = Arrays.copyOfRange(all, head, all.length);
            if (!new String(all, 0, head, StandardCharsets.US_ASCII).equals(hash(content))) {
                Files.deleteIfExists(entry);
                return Optional.empty();
            }
            // Only the order in which they are pruned: a folder that cannot be written is as good for the rest.
            entry.toFile().setLastModified(System.currentTimeMillis());
            return Optional.of(content);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void write(Path entry, byte[] content) throws IOException {
        try (ScratchFolder scratch = ScratchFolder.beside(entry)) {
            Path whole = scratch.path().resolve("entry");
            try (OutputStream out = Files.newOutputStream(whole)) {
                out.write(hash(content).getBytes(StandardCharsets.US_ASCII));
                out.write(content);
            }
            ScratchFolder.move(whole, entry);
        }
    }

    private Path file(String key, String suffix) {
        return folder.resolve(key.substring(0, 2)).resolve(key.substring(2) + suffix);
    }

    private static String hash(String text) {
        return hash((FORMAT + text).getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(byte[] content) {
        return Sha256.of(content).hex();
    }
}
