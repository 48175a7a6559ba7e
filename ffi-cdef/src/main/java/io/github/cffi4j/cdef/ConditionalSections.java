package io.github.cffi4j.cdef;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows {@code #if}, {@code #else} and the like through a cdef and tells which platforms see what. */
final class ConditionalSections {
    private final Lexer.LexedCdef lexed;
    private final PlatformSet all;
    private final Diagnostics diagnostics;
    private final Deque<Section> open = new ArrayDeque<>();
    private final List<ConditionalText.Part> parts = new ArrayList<>();
    private int next;

    /** What stands between an {@code #if} and its {@code #endif}. */
    private static final class Section {
        final Directive start;
        final PlatformSet outside;
        /** The platforms that no branch was for so far. */
        PlatformSet left;

        PlatformSet current;
        Optional<Directive> otherwise = Optional.empty();

        Section(Directive start, PlatformSet outside) {
            this.start = start;
            this.outside = outside;
            this.left = outside;
            this.current = PlatformSet.NONE;
        }

        /** The next branch, for those of the platforms left that a condition names. */
        void branch(PlatformSet condition) {
            current = left.and(condition);
            left = left.without(condition);
        }
    }

    private ConditionalSections(Lexer.LexedCdef lexed, PlatformSet all, Diagnostics diagnostics) {
        this.lexed = lexed;
        this.all = all;
        this.diagnostics = diagnostics;
    }

    /** The parts of a cdef in their order, without those that no platform sees. */
    static List<ConditionalText.Part> parts(Lexer.LexedCdef lexed, PlatformSet platforms, Diagnostics diagnostics) {
        ConditionalSections sections = new ConditionalSections(lexed, platforms, diagnostics);
        sections.run();
        return sections.parts;
    }

    private void run() {
        int from = 0;
        while (next < lexed.directives().size()) {
            Directive directive = lexed.directives().get(next);
            next++;
            List<Token> before = lexed.tokens().subList(from, directive.position());
            from = directive.position();
            boolean conditional = directive.is(Directive.CONDITIONS);
            add(before, conditional ? Optional.empty() : Optional.of(directive));
            if (conditional) {
                try {
                    follow(directive);
                } catch (SyntaxError error) {
                    diagnostics.error(error.diagnostic());
                }
            }
        }
        add(lexed.tokens().subList(from, lexed.tokens().size() - 1), Optional.empty());
        for (Section section : open) {
            diagnostics.error(
                    section.start.span(),
                    "this '#" + section.start.name() + "' has no '#endif'",
                    "end what it is about with '#endif'");
        }
    }

    private void add(List<Token> tokens, Optional<Directive> directive) {
        if (!current().isEmpty() && !(tokens.isEmpty() && directive.isEmpty())) {
            parts.add(new ConditionalText.Part(current(), tokens, directive));
        }
    }

    private PlatformSet current() {
        return open.isEmpty() ? all : open.peek().current;
    }

    private void follow(Directive directive) {
        switch (directive.name()) {
            case "if", "ifdef", "ifndef" -> {
                Section section = new Section(directive, current());
                open.push(section);
                section.branch(isGuard(directive) ? section.left : condition(directive, section));
            }
            case "elif", "elifdef", "elifndef" -> {
                Section section = section(directive);
                refuseAfterElse(directive, section);
                section.current = PlatformSet.NONE;
                section.branch(condition(directive, section));
            }
            case "else" -> {
                Section section = section(directive);
                refuseAfterElse(directive, section);
                section.otherwise = Optional.of(directive);
                section.branch(section.left);
                passRest(directive);
            }
            default -> {
                section(directive);
                open.pop();
                passRest(directive);
            }
        }
    }

    /** The platforms a condition names. As in C, what cannot matter any more is not looked at. */
    private static PlatformSet condition(Directive directive, Section section) {
        if (section.left.isEmpty()) {
            return PlatformSet.NONE;
        }
        ConditionParser parser = new ConditionParser(directive.arguments());
        String name = directive.name();
        if (name.endsWith("ndef")) {
            return parser.macro().complement();
        }
        return name.endsWith("def") ? parser.macro() : parser.expression();
    }

    /** {@code #ifndef GEO_H} and {@code #define GEO_H} keep a header from being read twice; both have no effect here. */
    private boolean isGuard(Directive directive) {
        TokenStream arguments = directive.arguments();
        if (!directive.name().equals("ifndef")
                || !arguments.peek(0).isName()
                || ConditionParser.isKnown(arguments.peek(0).text())
                || next == lexed.directives().size()) {
            return false;
        }
        Directive define = lexed.directives().get(next);
        TokenStream defined = define.arguments();
        boolean guard = define.position() == directive.position()
                && define.is(Set.of("define"))
                && defined.peek(0).is(arguments.peek(0).text())
                && defined.peek(1).isEnd();
        if (guard) {
            next++;
        }
        return guard;
    }

    private Section section(Directive directive) {
        if (open.isEmpty()) {
            throw Grammar.error(
                    directive.span(), "'#" + directive.name() + "' without an '#if' before it", "remove it");
        }
        return open.peek();
    }

    private static void refuseAfterElse(Directive directive, Section section) {
        if (section.otherwise.isPresent()) {
            throw Grammar.error(
                    directive.span(),
                    "'#" + directive.name() + "' after the '#else' of line "
                            + section.otherwise.get().span().position().line(),
                    "let '#else' come last, and once");
        }
    }

    private void passRest(Directive directive) {
        TokenStream rest = directive.arguments();
        if (!rest.atEnd()) {
            diagnostics.note(
                    directive.span(),
                    "what follows '#" + directive.name() + "' has no effect",
                    "write it as a comment");
        }
    }
}
