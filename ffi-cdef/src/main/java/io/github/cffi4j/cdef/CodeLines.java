package io.github.cffi4j.cdef;

import java.util.BitSet;

/** The lines of a text that begin in code: neither inside a comment nor as the continuation of the line before. */
final class CodeLines {

    private enum State {
        CODE,
        BLOCK_COMMENT,
        LINE_COMMENT,
        STRING,
        CHARACTER
    }

    private final String text;
    private final BitSet lines = new BitSet();
    private State state = State.CODE;
    private int line;

    private CodeLines(String text) {
        this.text = text;
        lines.set(0);
        for (int at = 0; at < text.length(); at += step(at)) {
            // each step passes what it looked at
        }
    }

    /** The numbers of these lines, from 0. */
    static BitSet of(String text) {
        return new CodeLines(text).lines;
    }

    private int step(int at) {
        char c = text.charAt(at);
        if (c == '\n') {
            endLine(at);
            return 1;
        }
        return switch (state) {
            case CODE -> code(at);
            case BLOCK_COMMENT -> end(text.startsWith("*/", at), 2);
            case LINE_COMMENT -> 1;
            case STRING -> c == '\\' ? escape(at) : end(c == '"', 1);
            case CHARACTER -> c == '\\' ? escape(at) : end(c == '\'', 1);
        };
    }

    private int code(int at) {
        if (text.startsWith("/*", at)) {
            state = State.BLOCK_COMMENT;
            return 2;
        }
        if (text.startsWith("//", at)) {
            state = State.LINE_COMMENT;
        } else if (text.charAt(at) == '"') {
            state = State.STRING;
        } else if (text.charAt(at) == '\'') {
            state = State.CHARACTER;
        }
        return 1;
    }

    private int end(boolean there, int length) {
        if (there) {
            state = State.CODE;
            return length;
        }
        return 1;
    }

    /** The character after a backslash means nothing, unless it ends the line. */
    private int escape(int at) {
        return at + 1 < text.length() && text.charAt(at + 1) > ' ' ? 2 : 1;
    }

    private void endLine(int at) {
        line++;
        boolean continued = text.startsWith("\\\n", at - 1) || text.startsWith("\\\r\n", at - 2);
        if (!continued && state != State.BLOCK_COMMENT) {
            state = State.CODE;
            lines.set(line);
        }
    }
}
