package io.github.cffi4j.cdef;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parses preprocessor lines: {@code #define} declares constants, {@code #include} takes another cdef's types,
 * {@code #pragma pack} changes layouts, the others are explained. */
final class DirectiveParser {
    /** Other compilers' ways to change how structs lie in memory. */
    private static final Set<String> LAYOUT_PRAGMAS = Set.of("align", "options", "ms_struct", "scalar_storage_order");

    private final List<Directive> directives;
    private final Grammar grammar;
    private final IncludeParser.Text includes;
    private int next;

    /**
     * @param includes takes an {@code #include}
     */
    DirectiveParser(List<Directive> directives, Grammar grammar, IncludeParser.Text includes) {
        this.directives = directives;
        this.grammar = grammar;
        this.includes = includes;
    }

    /** Parses the directives before the token at a position. */
    void parseUpTo(int position) {
        while (next < directives.size() && directives.get(next).position() <= position) {
            Directive directive = directives.get(next);
            next++;
            try {
                parse(directive);
            } catch (SyntaxError error) {
                grammar.diagnostics.error(error.diagnostic());
            }
        }
    }

    private void parse(Directive directive) {
        TokenStream tokens = new TokenStream(directive.tokens());
        tokens.next();
        if (tokens.atEnd()) {
            return;
        }
        Token name = tokens.next();
        if (name.is("define")) {
            define(directive, tokens);
        } else if (name.is("pragma")) {
            pragma(directive, tokens);
        } else if (name.is("include")) {
            includes.include(directive, tokens);
        } else if (name.is("error")) {
            throw Grammar.error(
                    directive.span(),
                    "the cdef says: " + message(directive),
                    "let the module not be built for these platforms, or remove the line: what a platform lacks throws"
                            + " an UnsupportedOperationException there");
        } else if (name.is("warning")) {
            grammar.diagnostics.note(
                    directive.span(), "the cdef says: " + message(directive), "it has no other effect");
        } else if (name.is("undef")) {
            throw Grammar.error(
                    directive.span(),
                    "'#undef' is not for a cdef: its '#define' lines declare constants, not macros",
                    "remove the '#define', or put one of the two into an '#if'");
        } else {
            throw Grammar.error(
                    directive.span(),
                    "'#" + name.text() + "' is not for a cdef",
                    "remove it; a cdef knows '#define' and conditions on the platform, such as '#ifdef _WIN32'");
        }
    }

    private void pragma(Directive directive, TokenStream tokens) {
        Token name = tokens.peek(0);
        if (name.is("pack")) {
            tokens.next();
            grammar.packing.obey(directive, tokens);
        } else if (name.isName() && LAYOUT_PRAGMAS.contains(name.text())) {
            throw Grammar.error(
                    directive.span(),
                    "'#pragma " + name.text() + "' changes layouts, and only '#pragma pack' is known for that",
                    "remove it, and end the fields of the structs it is about with '...;'");
        } else {
            grammar.diagnostics.note(
                    directive.span(), "this '#pragma' has no effect", "the C compiler sees it in the library's header");
        }
    }

    /** What follows the directive's name, as it is written: it need not be C. */
    private static String message(Directive directive) {
        String text = directive.span().text().replaceFirst("^#\\s*\\w+\\s*", "");
        return text.isEmpty() ? "nothing more" : text;
    }

    private void define(Directive directive, TokenStream tokens) {
        Token name = tokens.peek();
        if (!name.isName()) {
            throw tokens.unexpected("a name after '#define'");
        }
        tokens.next();
        Token value = tokens.peek();
        if (value.isEnd()) {
            throw Grammar.error(
                    name.span(),
                    "'" + name.text() + "' has no value",
                    "write '#define " + name.text() + " ...' if it is a number in C; else remove it");
        }
        if (value.is("(") && value.span().start() == name.span().end()) {
            throw Grammar.error(
                    name.span(),
                    "'" + name.text() + "' is a macro with parameters",
                    "declare it as a function, as in 'int " + name.text()
                            + "(int x);': the C compiler expands the macro");
        }
        Optional<Expression> constant = value.is("...") ? dots(tokens) : Optional.of(constant(tokens, name));
        if (!tokens.peek().isEnd()) {
            throw tokens.unexpected("the end of the line");
        }
        grammar.declarations.add(new Declaration.Macro(name.text(), constant, name.span(), directive.span()));
    }

    private static Optional<Expression> dots(TokenStream tokens) {
        tokens.next();
        return Optional.empty();
    }

    private Expression constant(TokenStream tokens, Token name) {
        Token value = tokens.peek();
        if (grammar.startsType(value)) {
            throw Grammar.error(
                    value.span(),
                    "'" + value.text() + "' is a type, not a constant",
                    "write a typedef of '" + name.text() + "' instead");
        }
        return grammar.over(tokens).expressions.parse();
    }
}
