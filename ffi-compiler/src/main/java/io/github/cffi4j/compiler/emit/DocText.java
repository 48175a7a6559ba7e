package io.github.cffi4j.compiler.emit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paragraphs, lists and code of a {@link DocComment}, as HTML. */
final class DocText {
    /** Text in backticks or in a tag, a command with the word it is about, and a sign that Doxygen would take for one of its own. */
    private static final Pattern INLINE = Pattern.compile(
            "(?:`|\\{@(?:link|code)\\s+)([^`{}]+)[`}]|(?<![\\w/])[@\\\\](?:(p|c|a|e|em|b|ref|link|cpp)\\s+([^\\s,;)]+)|([@\\\\&$#<>%\"]))");

    private final StringBuilder html = new StringBuilder();
    private final StringBuilder paragraph = new StringBuilder();
    private String list = "";
    private boolean code;
    private boolean codeWritten;

    /** A line of text; one with indentation continues the item of a list. */
    void line(String text, boolean indented) {
        if (!list.isEmpty() && !indented && paragraph.isEmpty()) {
            endList();
        }
        if (!text.isEmpty()) {
            paragraph.append(paragraph.isEmpty() ? "" : " ").append(text);
        }
    }

    void item(boolean ordered, String text) {
        String kind = ordered ? "ol" : "ul";
        endText();
        if (!list.equals(kind)) {
            endList();
            html.append("\n<").append(kind).append('>');
            list = kind;
        }
        html.append("\n<li>");
        paragraph.append(text);
    }

    void endParagraph() {
        if (!code) {
            endText();
            endList();
        }
    }

    void startCode() {
        endParagraph();
        code = true;
        codeWritten = false;
    }

    void code(String line) {
        // Javadoc refuses code that is empty.
        if (!codeWritten && line.isBlank()) {
            return;
        } else if (!codeWritten) {
            html.append("\n<pre>");
            codeWritten = true;
        }
        html.append('\n').append(JavadocText.escaped(line.stripTrailing()));
    }

    /** Ends code, if there is any, or what else has begun. */
    void endCode() {
        if (code) {
            html.append(codeWritten ? "\n</pre>" : "");
            code = false;
        } else {
            endParagraph();
        }
    }

    /** Returns true if anything was written. */
    boolean written() {
        return !html.isEmpty() || !paragraph.isEmpty();
    }

    String html() {
        endCode();
        return html.toString().strip();
    }

    private void endText() {
        if (paragraph.isEmpty()) {
            return;
        }
        if (list.isEmpty() && !html.isEmpty()) {
            html.append("\n\n<p>");
        }
        html.append(inline(paragraph.toString().strip()));
        paragraph.setLength(0);
    }

    private void endList() {
        if (!list.isEmpty()) {
            endText();
            html.append("\n</").append(list).append('>');
            list = "";
        }
    }

    private static String inline(String text) {
        StringBuilder out = new StringBuilder();
        Matcher matcher = INLINE.matcher(text);
        int from = 0;
        while (matcher.find()) {
            out.append(JavadocText.escaped(text.substring(from, matcher.start())));
            if (matcher.group(1) != null) {
                out.append(JavadocText.inCode(matcher.group(1)));
            } else if (matcher.group(2) != null) {
                boolean emphasis = matcher.group(2).matches("e|em|b");
                String word = matcher.group(3);
                out.append(emphasis ? JavadocText.escaped(word) : JavadocText.inCode(word));
            } else {
                out.append(JavadocText.escaped(matcher.group(4)));
            }
            from = matcher.end();
        }
        return out.append(JavadocText.escaped(text.substring(from))).toString();
    }
}
