package io.github.cffi4j.compiler.importer;

import io.github.cffi4j.compiler.header.HeaderComments;
import io.github.cffi4j.compiler.header.Place;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds comments in the headers' texts, each of which is read once for all platforms. Thread-safe. */
final class CommentSource {
    private final boolean wanted;
    private final Path folder;
    private final Map<String, HeaderComments> files = new ConcurrentHashMap<>();

    /**
     * @param wanted false for no comments at all
     * @param folder the one from which the compiler names files
     */
    CommentSource(boolean wanted, Path folder) {
        this.wanted = wanted;
        this.folder = folder;
    }

    /** The comment about what stands at a place; empty if there is none. */
    String about(Place place, boolean function) {
        return wanted
                ? files.computeIfAbsent(place.file(), this::read)
                        .about(place, function)
                        .orElse("")
                : "";
    }

    private HeaderComments read(String file) {
        return text(folder.resolve(file)).map(HeaderComments::of).orElseGet(() -> HeaderComments.of(""));
    }

    /** Old headers are in Latin-1. A file that cannot be read again has no comments. */
    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (CharacterCodingException e) {
            try {
                return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
            } catch (IOException gone) {
                return Optional.empty();
            }
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
