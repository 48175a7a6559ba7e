package io.github.cffi4j.build.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An error of clang's, with the notes that follow it.
 *
 * @param at where clang saw it
 * @param text the message, without the flag in brackets behind it
 * @param notes what clang adds, each at its own place
 */
public record ClangMessage(Place at, String text, List<Note> notes) {

    /** A place in a file, as clang names it; line and column count from 1. */
    public record Place(String file, int line, int column) {

        @Override
        public String toString() {
            return file + ":" + line + ":" + column;
        }
    }

    /** A note. */
    public record Note(Place at, String text) {

        @Override
        public String toString() {
            return at + ": " + text;
        }
    }

    private static final Pattern LINE = Pattern.compile(
            "(?<file>.+?):(?<line>\\d+):(?<column>\\d+): (?<level>fatal error|error|warning|note): (?<text>.*)");
    private static final Pattern FLAG = Pattern.compile(" \\[-W[^]]*]$");

    public ClangMessage {
        notes = List.copyOf(notes);
    }

    /** The errors in what clang printed, in order. Warnings, carets and everything else are passed over. */
    public static List<ClangMessage> errors(String output) {
        List<ClangMessage> errors = new ArrayList<>();
        boolean inError = false;
        for (String line : output.lines().toList()) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                continue;
            }
            Place at = new Place(
                    matcher.group("file"),
                    Integer.parseInt(matcher.group("line")),
                    Integer.parseInt(matcher.group("column")));
            String text = FLAG.matcher(matcher.group("text")).replaceFirst("");
            String level = matcher.group("level");
            if (!level.equals("note")) {
                inError = level.endsWith("error");
                if (inError) {
                    errors.add(new ClangMessage(at, text, List.of()));
                }
            } else if (inError) {
                errors.add(errors.remove(errors.size() - 1).with(new Note(at, text)));
            }
        }
        return errors;
    }

    private ClangMessage with(Note note) {
        List<Note> more = new ArrayList<>(notes);
        more.add(note);
        return new ClangMessage(at, text, more);
    }

    @Override
    public String toString() {
        return at + ": " + text;
    }
}
