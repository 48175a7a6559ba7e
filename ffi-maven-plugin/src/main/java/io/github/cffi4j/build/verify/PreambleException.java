package io.github.cffi4j.build.verify;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** C that the author wrote, or a header of theirs, does not compile. The message has the compiler's errors. */
public final class PreambleException extends Exception {
    private static final long serialVersionUID = 1L;

    PreambleException(List<ClangMessage> errors, String platforms) {
        super(errors.stream().map(PreambleException::text).collect(Collectors.joining("\n")) + "\n   on: " + platforms);
    }

    /** With the notes: what is forgotten at the end of a preamble is noticed in the next header. */
    private static String text(ClangMessage error) {
        return Stream.concat(Stream.of(error.toString()), error.notes().stream().map(note -> "  " + note))
                .collect(Collectors.joining("\n"));
    }
}
