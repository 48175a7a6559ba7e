package io.github.cffi4j.audit.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line of a policy, split into words.
 *
 * @param file the file, as messages name it
 * @param number the line's number, from 1
 * @param text the whole line, with its comment
 * @param words what is written there
 */
record PolicyLine(String file, int number, String text, List<Word> words) {
    /** The part of a line that is shown at most. */
    private static final int WIDEST = 200;

    /** A word and the index in its line where it begins. */
    record Word(String text, int start) {}

    /** Splits a line at its white space; a {@code #} begins a comment. */
    static PolicyLine of(String file, int number, String text) {
        List<Word> words = new ArrayList<>();
        int end = text.indexOf('#') >= 0 ? text.indexOf('#') : text.length();
        int at = 0;
        while (at < end) {
            int start = at;
            while (at < end && !Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (at > start) {
                words.add(new Word(text.substring(start, at), start));
            }
            at++;
        }
        return new PolicyLine(file, number, text.stripTrailing(), words);
    }

    Word keyword() {
        return words.get(0);
    }

    /** The words after the keyword. */
    List<Word> values() {
        return words.subList(1, words.size());
    }

    /** An error about a word of this line. */
    String error(Word word, String message, String fix) {
        return error(word.start(), word.text().length(), message, fix);
    }

    /** An error about the whole line. */
    String error(String message, String fix) {
        int start = words.isEmpty() ? 0 : keyword().start();
        int end = words.isEmpty()
                ? 0
                : words.get(words.size() - 1).start()
                        + words.get(words.size() - 1).text().length();
        return error(start, end - start, message, fix);
    }

    /** As a terminal shows it: place and message, the line, a caret below what is meant, the fix. */
    private String error(int start, int length, String message, String fix) {
        String shown = text.substring(0, Math.min(text.length(), WIDEST)).replaceAll("[\\p{Cntrl}&&[^\t]]", "\uFFFD");
        String number = String.format(Locale.ROOT, "%5d", this.number);
        int place = Math.min(start, shown.length());
        int carets = Math.max(1, Math.min(length, shown.length() - place));
        return file + ":" + this.number + ":" + (start + 1) + ": " + message + "\n"
                + number + " | " + shown + "\n"
                + " ".repeat(number.length()) + " | "
                + shown.substring(0, place).replaceAll("[^\t]", " ")
                + "^" + "~".repeat(carets - 1)
                + "\n  fix: " + fix;
    }
}
