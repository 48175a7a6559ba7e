package io.github.cffi4j.internal.loader;

import io.github.cffi4j.NativeLibraryNotFoundException;
import java.util.List;

/** A message for people: a headline and labelled lines in two columns. */
final class FailureReport {
    private static final int COLUMN = 16;

    private final StringBuilder text;

    FailureReport(String headline) {
        this.text = new StringBuilder(headline);
    }

    /** Adds lines under a label that stands before the first of them. */
    FailureReport line(String label, String lines) {
        text.append("\n  ").append(label).append(':');
        text.append(" ".repeat(Math.max(1, COLUMN - 3 - label.length())));
        text.append(lines.replace("\n", "\n" + " ".repeat(COLUMN)));
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    NativeLibraryNotFoundException toException() {
        return toException(List.of());
    }

    /** With the failures met on the way, so that their stack traces are shown too. */
    NativeLibraryNotFoundException toException(List<Refusal> refusals) {
        NativeLibraryNotFoundException exception = new NativeLibraryNotFoundException(text.toString());
        refusals.forEach(refusal -> exception.addSuppressed(refusal.failure()));
        return exception;
    }
}
