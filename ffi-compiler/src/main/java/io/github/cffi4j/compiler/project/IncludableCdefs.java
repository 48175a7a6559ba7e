package io.github.cffi4j.compiler.project;

import io.github.cffi4j.cdef.IncludedTexts;
import io.github.cffi4j.cdef.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The cdefs that those of a module can include: its own, and those in what it depends on. */
final class IncludableCdefs implements IncludedTexts {
    /** Where a main jar keeps its cdefs, for others to include. */
    static final String SHIPPED = "META-INF/cffi4j/cdef/";

    /** More than any cdef has; a jar from elsewhere shall not fill the memory. */
    private static final int MOST_BYTES = 16 << 20;

    private final Path own;
    private final FfiProject.ClassPath dependencies;

    IncludableCdefs(Path own, FfiProject.ClassPath dependencies) {
        this.own = own;
        this.dependencies = dependencies;
    }

    /** Looks from the including cdef first, then from the root, as C does. */
    @Override
    public Optional<IncludedText> find(String includer, String written) {
        String folder = includer.substring(0, includer.lastIndexOf('/') + 1);
        Set<String> paths = new LinkedHashSet<>();
        normalized(folder + written).ifPresent(paths::add);
        normalized(written).ifPresent(paths::add);
        try {
            for (String path : paths) {
                Path file = own.resolve(path);
                if (Files.isRegularFile(file)) {
                    return Optional.of(text(path, Files.readAllBytes(file)));
                }
            }
            for (String path : paths) {
                Optional<IncludedText> shipped = shipped(path);
                if (shipped.isPresent()) {
                    return shipped;
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<IncludedText> shipped(String path) throws IOException {
        for (Path entry : dependencies.entries()) {
            Optional<byte[]> found = Files.isDirectory(entry)
                    ? file(entry.resolve(SHIPPED + path))
                    : Files.isRegularFile(entry) ? packed(entry, SHIPPED + path) : Optional.empty();
            if (found.isPresent()) {
                return Optional.of(text(path, found.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<byte[]> file(Path file) throws IOException {
        return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    private static Optional<byte[]> packed(Path jar, String name) throws IOException {
        if (!jar.toString().endsWith(".jar")) {
            return Optional.empty();
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                return Optional.empty();
            }
            try (InputStream in = zip.getInputStream(entry)) {
                byte[] bytes = in.readNBytes(MOST_BYTES + 1);
                if (bytes.length > MOST_BYTES) {
                    throw new IOException(jar + ": " + name + " is larger than any cdef");
                }
                return Optional.of(bytes);
            }
        }
    }

    private static IncludedText text(String path, byte[] bytes) {
        return new IncludedText(path, new SourceText(path, new String(bytes, StandardCharsets.UTF_8)));
    }

    /** The path without {@code .} and {@code ..}; nothing if it leaves the root. */
    private static Optional<String> normalized(String path) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : path.split("/", -1)) {
            if (segment.isEmpty() || segment.indexOf('\\') >= 0 || segment.indexOf(':') >= 0) {
                return Optional.empty();
            } else if (segment.equals("..")) {
                if (segments.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return Optional.of(String.join("/", segments));
    }
}
