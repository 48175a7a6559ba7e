package io.github.cffi4j.compiler.importer;

import io.github.cffi4j.compiler.header.HeaderComments;
import io.github.cffi4j.compiler.header.ParameterNames;
import io.github.cffi4j.compiler.header.Place;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Finds in the headers' texts what the compiler does not tell: comments, and the names of parameters inside types. Each text is
 * read once for all platforms. Thread-safe.
 */
final class HeaderTexts {
    private final boolean comments;
    private final Path folder;
    private final Map<String, HeaderText> files = new ConcurrentHashMap<>();

    private record HeaderText(HeaderComments comments, List<String> lines) {
        static HeaderText of(String text) {
            return new HeaderText(HeaderComments.of(text), text.lines().toList());
        }
    }

    /**
     * @param comments false for no comments at all
     * @param folder the one from which the compiler names files
     */
    HeaderTexts(boolean comments, Path folder) {
        this.comments = comments;
        this.folder = folder;
    }

    /** The comment about a name that is declared at a place; empty if there is none. */
    String about(String name, Place place, boolean function) {
        return comments ? file(place).comments().about(name, place, function).orElse("") : "";
    }

    /**
     * The names of the parameters in a declaration, by the name of the function or function pointer that takes them.
     *
     * @param isType says which names are types, so that no parameter has them
     */
    Map<String, List<String>> parameters(Place place, Predicate<String> isType) {
        List<String> lines = file(place).lines();
        int end = Math.min(place.lastLine(), lines.size());
        return place.line() < 1 || place.line() > end
                ? Map.of()
                : ParameterNames.in(String.join("\n", lines.subList(place.line() - 1, end)), isType);
    }

    private HeaderText file(Place place) {
        return files.computeIfAbsent(place.file(), this::read);
    }

    private HeaderText read(String file) {
        return text(folder.resolve(file)).map(HeaderText::of).orElseGet(() -> HeaderText.of(""));
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
