package io.github.cffi4j.cdef;

import io.github.cffi4j.cdef.Declarator.Modifier;
import io.github.cffi4j.cdef.Specifiers.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /**
     * Array lengths that other parameters give, as in {@code int f(int n, int m[n][n])}. They mean nothing outside the function, and
     * to C an array without a length is compatible with one that has any: so the types are kept without them.
     */
    static final class VariableLengths {
        /** The names of the parameters so far: of this list, and below it of those around it. */
        private final Deque<Set<String>> lists = new ArrayDeque<>();

        /** Begins a list of parameters. */
        void open() {
            lists.push(new HashSet<>());
        }

        /** Ends the list begun last. */
        void close() {
            lists.pop();
        }

        /** A parameter that those behind it may name. */
        void declare(String parameter) {
            lists.element().add(parameter);
        }

        /** A parameter's type without lengths that name parameters. */
        CType fixed(CType type) {
            return type instanceof CType.Array array
                    ? withLength(array, fixed(array.element(), false))
                    : fixed(type, false);
        }

        private CType fixed(CType type, boolean element) {
            if (type instanceof CType.Pointer pointer) {
                return new CType.Pointer(fixed(pointer.target(), false), pointer.qualifiers(), pointer.span());
            }
            if (!(type instanceof CType.Array array)) {
                return type;
            }
            if (element && (array.length() instanceof CType.ArrayLength.Open || variable(array.length()))) {
                throw Grammar.error(
                        array.span(),
                        "a length that another parameter gives, inside an array of arrays",
                        "declare the parameter as 'void *'");
            }
            return withLength(array, fixed(array.element(), true));
        }

        private CType withLength(CType.Array array, CType element) {
            CType.ArrayLength length = variable(array.length()) ? new CType.ArrayLength.Open() : array.length();
            return new CType.Array(element, length, array.span());
        }

        private boolean variable(CType.ArrayLength length) {
            return length instanceof CType.ArrayLength.Fixed fixed && names(fixed.expression());
        }

        private boolean names(Expression expression) {
            if (expression instanceof Expression.Name name) {
                for (Set<String> names : lists) {
                    if (names.contains(name.name())) {
                        return true;
                    }
                }
                return false;
            } else if (expression instanceof Expression.Unary unary) {
                return names(unary.operand());
            } else if (expression instanceof Expression.Binary binary) {
                return names(binary.left()) || names(binary.right());
            } else if (expression instanceof Expression.Conditional conditional) {
                return names(conditional.condition()) || names(conditional.then()) || names(conditional.otherwise());
            } else if (expression instanceof Expression.Cast cast) {
                return names(cast.operand());
            }
            // The size of a parameter is known from its type, but C lets it name one as well.
            return expression instanceof Expression.SizeOfExpression size && names(size.operand());
        }
    }
}
