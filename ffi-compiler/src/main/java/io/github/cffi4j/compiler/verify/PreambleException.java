package io.github.cffi4j.compiler.verify;

import io.github.cffi4j.platform.Platform;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** C that the author wrote, or a header of theirs, does not compile. The message has the compiler's errors. */
public final class PreambleException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param platforms where it does not
     * @param asked all that were asked
     */
    PreambleException(List<ClangMessage> errors, Set<Platform> platforms, Set<Platform> asked) {
        super(errors.stream().map(PreambleException::text).collect(Collectors.joining("\n")) + "\n   on: "
                + BindingVerifier.list(platforms, asked)
                + fix(errors, platforms, platforms.size() == asked.size()));
    }

    /** Compilers stop at a header that is not there, and know of no other place for it. */
    private static String fix(List<ClangMessage> errors, Set<Platform> platforms, boolean everywhere) {
        if (errors.stream().noneMatch(error -> error.text().endsWith("file not found"))) {
            return "";
        }
        return "\n   fix: "
                + AppleFramework.fix(errors, platforms)
                        .orElse(
                                everywhere
                                        ? "put it below src/main/c/include, or name its folder in <includes>"
                                        : "include it inside '#if' for the platforms that have it, and use it so in the"
                                                + " cdef; or remove the others from <platforms>");
    }

    /** With the notes: what is forgotten at the end of a preamble is noticed in the next header. */
    private static String text(ClangMessage error) {
        return Stream.concat(Stream.of(error.toString()), error.notes().stream().map(note -> "  " + note))
                .collect(Collectors.joining("\n"));
    }
}
