package io.github.cffi4j.cdef;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses the parameters of a function. */
final class ParameterParser {
    private final Grammar grammar;
    private final TokenStream tokens;
    private final VariableLengths lengths = new VariableLengths();

    ParameterParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    Modifier.FunctionTaking parse() {
        lengths.open();
        try {
            return list();
        } finally {
            lengths.close();
        }
    }

    private Modifier.FunctionTaking list() {
        Token open = tokens.next();
        rejectNamesOnly();
        List<CType.Parameter> parameters = new ArrayList<>();
        boolean variadic = false;
        if (!tokens.at(")")) {
            do {
                variadic = tokens.at("...");
                if (variadic) {
                    checkDots(tokens.next(), parameters);
                } else {
                    parameters.add(parameter());
                }
            } while (!variadic && tokens.accept(","));
        }
        if (!tokens.at(")")) {
            throw tokens.unexpected(variadic ? "')': '...' comes last" : "',' or ')' after a parameter");
        }
        Span span = open.span().to(tokens.next().span());
        return new Modifier.FunctionTaking(withoutVoid(parameters, variadic), variadic, span);
    }

    /** {@code int f(a, b) int a, b; {...}}: C before 1989, of which only definitions remain. */
    private void rejectNamesOnly() {
        int ahead = 0;
        while (tokens.peek(ahead).isName()
                && !grammar.startsType(tokens.peek(ahead))
                && tokens.peek(ahead + 1).is(",")) {
            ahead += 2;
        }
        boolean old = tokens.peek(ahead).isName()
                && !grammar.startsType(tokens.peek(ahead))
                && tokens.peek(ahead + 1).is(")")
                && (tokens.peek(ahead + 2).is("{") || grammar.startsType(tokens.peek(ahead + 2)));
        if (old) {
            Token first = tokens.peek();
            tokens.skipOldDefinition(ahead / 2 + 1);
            throw Grammar.error(
                    first.span(),
                    "an old-style (K&R) function definition",
                    "declare the function with its parameters' types, as in 'int f(int " + first.text() + ");'");
        }
    }

    private static void checkDots(Token dots, List<CType.Parameter> before) {
        if (before.isEmpty()) {
            throw Grammar.error(
                    dots.span(),
                    "a function with '...' needs at least one parameter before it",
                    "declare the first parameter, as in 'int f(int first, ...)'");
        }
    }

    private CType.Parameter parameter() {
        Token first = tokens.peek();
        Specifiers specifiers = grammar.specifiers.parse(Place.PARAMETER);
        Declarator declarator = grammar.declarators.parse(Place.PARAMETER);
        if (tokens.at("=")) {
            throw Grammar.error(
                    tokens.peek().span(), "a default argument is C++: a cdef holds C declarations", "remove it");
        }
        CType type = lengths.fixed(declarator.type(specifiers.type(), specifiers.convention()));
        Optional<String> name = Optional.empty();
        if (declarator.name().isPresent()) {
            name = Optional.of(declarator.name().get().text());
            lengths.declare(name.get());
        }
        return new CType.Parameter(name, type, first.span().to(tokens.last().span()));
    }

    /** {@code (void)} means no parameters; {@code void} cannot be one of several. */
    private static List<CType.Parameter> withoutVoid(List<CType.Parameter> parameters, boolean variadic) {
        for (CType.Parameter parameter : parameters) {
            if (parameter.type() instanceof CType.Keyword keyword && keyword.primitive() == Primitive.VOID) {
                if (parameters.size() > 1 || variadic || parameter.name().isPresent()) {
                    throw Grammar.error(
                            parameter.span(),
                            "a parameter cannot be 'void'",
                            "write 'void *' for a pointer, or '(void)' for none");
                }
                return List.of();
            }
        }
        return List.copyOf(parameters);
    }
}
