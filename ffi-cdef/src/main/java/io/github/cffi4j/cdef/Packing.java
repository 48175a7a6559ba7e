package io.github.cffi4j.cdef;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** Follows {@code #pragma pack} through a cdef, as the compilers do. */
final class Packing {
    /** No limit: each field has the alignment of its type. */
    static final int NONE = 0;

    private static final Set<Integer> LIMITS = Set.of(NONE, 1, 2, 4, 8, 16);

    private final Deque<Pushed> stack = new ArrayDeque<>();
    private int limit = NONE;

    /** What {@code pack(push, label)} keeps; the label may be empty. */
    private record Pushed(String label, int limit) {}

    /** The highest alignment, in bytes, that a field of a struct that begins here has; {@link #NONE} without a limit. */
    int limit() {
        return limit;
    }

    /**
     * Obeys a line.
     *
     * @param tokens what stands after {@code #pragma pack}
     */
    void obey(Directive directive, TokenStream tokens) {
        tokens.expect("(", "after '#pragma pack'");
        int next = NONE;
        if (tokens.accept("push")) {
            String label = label(tokens);
            stack.push(new Pushed(label, limit));
            next = tokens.accept(",") ? number(tokens, directive) : limit;
        } else if (tokens.accept("pop")) {
            next = pop(label(tokens), directive);
            next = tokens.accept(",") ? number(tokens, directive) : next;
        } else if (tokens.accept("show")) {
            next = limit;
        } else if (!tokens.at(")")) {
            next = number(tokens, directive);
        }
        tokens.expect(")", "to close '#pragma pack('");
        if (!tokens.peek().isEnd()) {
            throw tokens.unexpected("the end of the line");
        }
        limit = next;
    }

    /** {@code , label}, if it is there. */
    private static String label(TokenStream tokens) {
        if (tokens.at(",") && tokens.peek(1).isName()) {
            tokens.next();
            return tokens.next().text();
        }
        return "";
    }

    private int pop(String label, Directive directive) {
        boolean known = label.isEmpty() ? !stack.isEmpty() : holds(label);
        if (!known) {
            throw Grammar.error(
                    directive.span(),
                    "this '#pragma pack(pop)' has no '#pragma pack(push)' before it",
                    "remove it, or write the 'push' it belongs to");
        }
        Pushed pushed = stack.pop();
        while (!label.isEmpty() && !pushed.label().equals(label)) {
            pushed = stack.pop();
        }
        return pushed.limit();
    }

    private boolean holds(String label) {
        for (Pushed pushed : stack) {
            if (pushed.label().equals(label)) {
                return true;
            }
        }
        return false;
    }

    private static int number(TokenStream tokens, Directive directive) {
        Token number = tokens.next();
        if (number.kind() != Token.Kind.INTEGER || !LIMITS.contains(value(number.text()))) {
            throw Grammar.error(
                    directive.span(),
                    "'#pragma pack' does not know '" + number.text() + "'",
                    "write 1, 2, 4, 8 or 16; macros are not expanded in a cdef");
        }
        return value(number.text());
    }

    private static int value(String text) {
        return Literals.digitsEnd(text, 0, 10) == text.length() && text.length() <= 2 ? Integer.parseInt(text) : -1;
    }
}
