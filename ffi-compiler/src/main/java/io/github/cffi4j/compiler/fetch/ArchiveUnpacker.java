package io.github.cffi4j.compiler.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/**
 * Unpacks {@code .tar.xz}, {@code .tar.gz}, {@code .tgz}, {@code .zip} and {@code .whl} files. Immutable.
 *
 * @param strip only entries below this path are unpacked, without it; empty for all. With {@code /} between the parts
 * @param includes if not empty, only files whose path after the strip matches one of these globs; {@code **}{@code /} stands
 *     for any number of folders, none included
 * @param maxBytes how many bytes may come out in all: a guard against archives made to fill the disk
 */
public record ArchiveUnpacker(String strip, List<String> includes, long maxBytes) {
    /** The largest archives known here come to half a gigabyte. */
    public static final long DEFAULT_MAX_BYTES = 4L << 30;

    /** For the message that says what an archive has. */
    private static final int MOST_SHOWN = 50;

    public ArchiveUnpacker {
        includes = List.copyOf(includes);
        strip = strip.replaceAll("^(\\./)+|/+$", "");
    }

    /** Unpacks everything. */
    public static ArchiveUnpacker all() {
        return new ArchiveUnpacker("", List.of(), DEFAULT_MAX_BYTES);
    }

    /** Unpacks what is below one path. */
    public static ArchiveUnpacker below(String strip) {
        return new ArchiveUnpacker(strip, List.of(), DEFAULT_MAX_BYTES);
    }

    /**
     * Unpacks into a folder that exists and is empty. After an exception the folder is of no use.
     *
     * @throws FetchException if an entry is hostile (leaves the folder, comes twice, is a device, is too much), if the
     *     format is unknown, or if nothing in the archive is wanted
     */
    public void unpack(Path archive, Path directory) throws IOException {
        UnpackedTree tree = new UnpackedTree(directory, maxBytes);
        Globs wanted = Globs.of(includes);
        TreeSet<String> topLevel = new TreeSet<>();
        try {
            ArchiveFormat.of(archive).read(archive, (entry, content) -> {
                String name = withoutDots(tree.bounded(entry.name()));
                if (topLevel.size() < MOST_SHOWN) {
                    topLevel.add(name.split("/", 2)[0]);
                }
                place(entry, name, content, tree, wanted);
            });
            tree.finish();
        } catch (FetchException e) {
            throw new FetchException(archive.getFileName() + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new FetchException("cannot unpack " + archive.getFileName() + ": " + e, e);
        }
        if (tree.isEmpty()) {
            throw new FetchException(
                    archive.getFileName() + ": nothing in it is wanted; wanted is "
                            + (strip.isEmpty() ? "everything" : "what is below " + strip + "/")
                            + (includes.isEmpty() ? "" : " and matches " + includes) + "; at the top it has " + topLevel
                            + "\n  fix: correct <directory>, which starts at the archive's top, or <includes>, which start there");
        }
    }

    private static String withoutDots(String name) {
        int start = 0;
        while (name.startsWith("./", start)) {
            start += 2;
        }
        return name.substring(start);
    }

    private void place(ArchiveEntry entry, String name, InputStream content, UnpackedTree tree, Globs wanted)
            throws IOException {
        if (!strip.isEmpty()) {
            if (!name.startsWith(strip + "/")) {
                return;
            }
            name = name.substring(strip.length() + 1);
        }
        Path path = tree.inside(name);
        boolean included = includes.isEmpty() || entry.kind() != ArchiveEntry.Kind.DIRECTORY && wanted.matches(path);
        if (included && !path.toString().isEmpty()) {
            tree.add(path, entry, strip, content);
        }
    }
}
