package io.github.cffi4j.cdef;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects the diagnostics of one cdef. */
final class Diagnostics {
    /** More errors than this are not looked for: by then they are mostly consequences. */
    static final int MOST_ERRORS = 20;

    private final List<Diagnostic> errors = new ArrayList<>();
    private final List<Diagnostic> notes = new ArrayList<>();

    void error(Diagnostic error) {
        errors.add(error);
        if (errors.size() == MOST_ERRORS) {
            throw new ParsingStopped();
        }
    }

    void error(Span span, String message, String fix) {
        error(Diagnostic.of(span, message, fix));
    }

    void note(Diagnostic note) {
        notes.add(note);
    }

    void note(Span span, String message, String why) {
        note(new Diagnostic(span, message, Optional.of(why), Optional.empty()));
    }

    /** The errors in the order of the text. */
    List<Diagnostic> errors() {
        return inOrder(errors);
    }

    /** The notes in the order of the text. */
    List<Diagnostic> notes() {
        return inOrder(notes);
    }

    private static List<Diagnostic> inOrder(List<Diagnostic> found) {
        List<Diagnostic> sorted = new ArrayList<>(found);
        if (sorted.size() > 1) {
            sorted.sort(Comparator.comparingInt(diagnostic -> diagnostic.span().start()));
        }
        return List.copyOf(sorted);
    }

    /** Ends the parse: the text is over, or enough errors are known. */
    static final class ParsingStopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ParsingStopped() {
            super("stopped", null, false, false);
        }
    }
}
