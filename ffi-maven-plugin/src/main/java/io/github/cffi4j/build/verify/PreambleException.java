package io.github.cffi4j.build.verify;

import java.util.List;
import java.util.stream.Collectors;

/** C that the author wrote, or a header of theirs, does not compile. The message has the compiler's errors. */
public final class PreambleException extends Exception {
    private static final long serialVersionUID = 1L;

    PreambleException(List<ClangMessage> errors, String platforms) {
        super(errors.stream().map(ClangMessage::toString).collect(Collectors.joining("\n")) + "\n   on: " + platforms);
    }
}
