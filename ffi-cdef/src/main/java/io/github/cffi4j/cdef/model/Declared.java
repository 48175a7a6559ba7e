package io.github.cffi4j.cdef.model;

import io.github.cffi4j.cdef.Declaration;
import io.github.cffi4j.cdef.Span;
import java.util.Optional;

/**
 * A declaration as its author wrote it.
 *
 * @param text the C text
 * @param comment the comment about it, with its delimiters
 */
public record Declared(String text, Optional<String> comment) {

    public static Declared of(Declaration declaration) {
        return of(declaration.span().onOneLine(), declaration.comment());
    }

    public static Declared of(String text, Optional<Span> comment) {
        return new Declared(text, comment.map(Span::text));
    }

    /** One that nobody wrote. */
    public static Declared of(String text) {
        return new Declared(text, Optional.empty());
    }

    /** The same, with another comment if it has none. */
    public Declared orComment(Optional<Span> other) {
        return comment.isPresent() ? this : of(text, other);
    }

    /** The text of both, if they differ, and the first comment. */
    public Declared and(Declared other) {
        return new Declared(text.equals(other.text) ? text : text + "\n" + other.text, comment.or(() -> other.comment));
    }
}
