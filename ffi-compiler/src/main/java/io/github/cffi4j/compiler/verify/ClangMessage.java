package io.github.cffi4j.compiler.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An error or a warning of clang's, with the notes that follow it.
 *
 * @param at where clang saw it
 * @param text the message; of an error without the flag in brackets behind it
 * @param source the line of code that it is about, as clang shows it; empty if it shows none
 * @param notes what clang adds, each at its own place
 */
public record ClangMessage(Place at, String text, String source, List<Note> notes) {

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
    private static final Pattern SOURCE = Pattern.compile(" *\\d+ \\| (?<code>.*)");
    private static final Pattern FLAG = Pattern.compile(" \\[-W[^]]*]$");

    public ClangMessage {
        notes = List.copyOf(notes);
    }

    /** The errors in what clang printed, in order. Warnings, carets and everything else are passed over. */
    public static List<ClangMessage> errors(String output) {
        return messages(output, level -> level.endsWith("error"));
    }

    /** The warnings in what clang printed, in order. */
    public static List<ClangMessage> warnings(String output) {
        return messages(output, level -> level.equals("warning"));
    }

    private static List<ClangMessage> messages(String output, Predicate<String> levels) {
        List<ClangMessage> messages = new ArrayList<>();
        boolean wanted = false;
        for (String line : output.lines().toList()) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                Matcher source = SOURCE.matcher(line);
                if (wanted && source.matches()) {
                    messages.add(messages.remove(messages.size() - 1)
                            .about(source.group("code").strip()));
                }
                continue;
            }
            Place at = new Place(
                    matcher.group("file"),
                    Integer.parseInt(matcher.group("line")),
                    Integer.parseInt(matcher.group("column")));
            String level = matcher.group("level");
            String text = level.equals("warning")
                    ? matcher.group("text")
                    : FLAG.matcher(matcher.group("text")).replaceFirst("");
            if (!level.equals("note")) {
                wanted = levels.test(level);
                if (wanted) {
                    messages.add(new ClangMessage(at, text, "", List.of()));
                }
            } else if (wanted) {
                messages.add(messages.remove(messages.size() - 1).with(new Note(at, text)));
            }
        }
        return messages;
    }

    private ClangMessage with(Note note) {
        List<Note> more = new ArrayList<>(notes);
        more.add(note);
        return new ClangMessage(at, text, source, more);
    }

    /** The first line of code behind a message is its own, further ones are its notes'. */
    private ClangMessage about(String code) {
        return source.isEmpty() && notes.isEmpty() ? new ClangMessage(at, text, code, notes) : this;
    }

    @Override
    public String toString() {
        return at + ": " + text;
    }
}
