package io.github.cffi4j.compiler.fetch;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder an archive is unpacked into. It lets nothing out of the folder, whatever the archive says. */
final class UnpackedTree {
    /** Characters that some system takes for more than a name: separators, drives and streams of Windows, and ends of lines and strings. */
    private static final Pattern FORBIDDEN = Pattern.compile("[\\\\:\\x00-\\x1f\\x7f]");

    /** Names that Windows takes for a device, or for another name. */
    private static final Pattern NOT_ON_WINDOWS = Pattern.compile(
            "(?i)(con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3]|conin\\$|conout\\$)(\\..*)?|.*[. ]");

    private static final boolean WINDOWS = File.separatorChar == '\\';

    /** Real ones have a few hundred characters. */
    private static final int LONGEST_NAME = 1024;

    private static final int CHUNK = 1 << 16;

    private final Path root;
    private final byte[] chunk = new byte[CHUNK];
    private final Map<Path, String> links = new LinkedHashMap<>();
    private final long maxBytes;
    private long bytes;
    private boolean empty = true;

    UnpackedTree(Path root, long maxBytes) {
        this.root = root;
        this.maxBytes = maxBytes;
    }

    /** The name, if it is not made to fill the memory. */
    String bounded(String name) throws FetchException {
        if (name.length() > LONGEST_NAME) {
            throw new FetchException("entry with a name of " + name.length() + " characters: '" + name.substring(0, 40)
                    + "...'; the archive is not used");
        }
        return name;
    }

    /** Returns true if Windows would open a device by this part of a path, or a file of another name. */
    static boolean isOddOnWindows(String part) {
        return !part.equals(".") && NOT_ON_WINDOWS.matcher(part).matches();
    }

    /** An entry's path relative to the root, proven to stay inside. */
    Path inside(String name) throws FetchException {
        if (WINDOWS && Stream.of(name.split("/")).anyMatch(UnpackedTree::isOddOnWindows)) {
            throw new FetchException("entry with a name Windows cannot have: '" + name + "'; the archive is not used");
        }
        try {
            if (!name.startsWith("/") && !FORBIDDEN.matcher(name).find()) {
                Path path = Path.of(name);
                if (!path.isAbsolute() && !List.of(name.split("/")).contains("..")) {
                    return path.normalize();
                }
            }
        } catch (InvalidPathException e) {
            throw new FetchException("entry with a name this system cannot have: '" + name + "'", e);
        }
        throw new FetchException("entry that would leave the folder: '" + name + "'; the archive is not used");
    }

    /** Writes an entry. Symbolic links wait for {@link #finish}, so that nothing is ever written through one. */
    void add(Path path, ArchiveEntry entry, String strip, InputStream content) throws IOException {
        empty = false;
        Path file = root.resolve(path);
        switch (entry.kind()) {
            case DIRECTORY -> Files.createDirectories(file);
            case FILE -> write(file, entry, content);
            case SYMBOLIC_LINK -> {
                if (links.put(file, bounded(entry.target())) != null) {
                    throw duplicate(path);
                }
            }
            case HARD_LINK -> copyHardLink(file, entry, strip);
            case OTHER -> throw new FetchException("entry that is not a file, folder or link: '" + path + "'");
        }
    }

    /**
     * Makes the symbolic links. Before the first is made all folders are there, so that none is made through a link, however
     * the file system compares names, and it is known of each that it leads to something inside.
     */
    void finish() throws IOException {
        for (Path link : links.keySet()) {
            Files.createDirectories(link.getParent());
        }
        LinkTargets targets = new LinkTargets(root, links);
        for (Path link : links.keySet()) {
            if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
                throw duplicate(root.relativize(link));
            }
            targets.require(link);
        }
        for (Map.Entry<Path, String> link : links.entrySet()) {
            Files.createSymbolicLink(link.getKey(), Path.of(link.getValue()));
        }
    }

    boolean isEmpty() {
        return empty;
    }

    private void write(Path file, ArchiveEntry entry, InputStream content) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                bytes += read;
                if (bytes > maxBytes) {
                    throw new FetchException("more than the " + maxBytes + " bytes allowed come out of it");
                }
                out.write(chunk, 0, read);
            }
        } catch (FileAlreadyExistsException e) {
            throw duplicate(root.relativize(file));
        }
        if (entry.executable() && Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
            Files.setPosixFilePermissions(file, permissions);
        }
    }

    /** A hard link names a file that came before it; a copy does the same without sharing bytes on disk. */
    private void copyHardLink(Path file, ArchiveEntry entry, String strip) throws IOException {
        String target = entry.target();
        String name =
                !strip.isEmpty() && target.startsWith(strip + "/") ? target.substring(strip.length() + 1) : target;
        Path original = root.resolve(inside(name));
        if (!Files.isRegularFile(original)) {
            throw new FetchException("hard link to a file that is not unpacked: '" + target + "'");
        }
        try (InputStream content = Files.newInputStream(original)) {
            boolean executable = Files.isExecutable(original);
            write(file, new ArchiveEntry(entry.name(), entry.kind(), executable, target), content);
        }
    }

    private static FetchException duplicate(Path path) {
        return new FetchException("entry that comes twice: '" + path + "'; the archive is not used");
    }
}
