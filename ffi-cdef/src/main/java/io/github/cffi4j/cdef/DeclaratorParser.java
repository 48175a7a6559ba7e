package io.github.cffi4j.cdef;

import io.github.cffi4j.cdef.Declarator.Modifier;
import io.github.cffi4j.cdef.Specifiers.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parses declarators: a name, and the pointers, arrays and functions around it. */
final class DeclaratorParser {
    private final Grammar grammar;
    private final TokenStream tokens;

    DeclaratorParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    Declarator parse(Place place) {
        Token first = tokens.peek();
        List<Modifier> modifiers = new ArrayList<>();
        Optional<Token> name = declarator(place, modifiers);
        Span span = tokens.last().span().start() < first.span().start()
                ? first.span()
                : first.span().to(tokens.last().span());
        return new Declarator(name, List.copyOf(modifiers), span);
    }

    /** Adds the modifiers from the name outwards. */
    private Optional<Token> declarator(Place place, List<Modifier> modifiers) {
        List<Modifier> prefixes = prefixes();
        Optional<Token> name = direct(place, modifiers);
        suffixes(place, modifiers);
        for (int i = prefixes.size() - 1; i >= 0; i--) {
            modifiers.add(prefixes.get(i));
        }
        if (modifiers.size() > Nesting.DEEPEST) {
            throw Nesting.tooDeep(tokens.last().span());
        }
        return name;
    }

    private List<Modifier> prefixes() {
        List<Modifier> prefixes = new ArrayList<>();
        while (true) {
            grammar.attributes.addConvention(prefixes);
            Token token = tokens.peek();
            if (token.is("*")) {
                prefixes.add(pointer());
            } else if (Keyword.is(token, Keyword.Role.CONVENTION)) {
                prefixes.add(Keyword.of(token).orElseThrow().convention(tokens.next()));
            } else if (token.is("&") || token.is("&&")) {
                throw Grammar.error(
                        token.span(), "a reference is C++: a cdef holds C declarations", "write '*' instead");
            } else if (token.is("^")) {
                throw Grammar.error(
                        token.span(),
                        "a block (^) is not supported",
                        "wrap it in a C function that takes a function pointer");
            } else {
                return prefixes;
            }
        }
    }

    private Modifier pointer() {
        Token star = tokens.next();
        Set<Qualifier> qualifiers = new HashSet<>();
        while (true) {
            Optional<Keyword> keyword = Keyword.of(tokens.peek());
            Keyword.Role role = keyword.isPresent() ? keyword.get().role() : Keyword.Role.TYPE;
            if (role == Keyword.Role.QUALIFIER) {
                tokens.next();
                qualifiers.add(keyword.get().qualifier());
            } else if (role == Keyword.Role.NULLABILITY) {
                grammar.passNullability();
            } else if (role == Keyword.Role.UNSUPPORTED) {
                throw WrongWords.unsupported(tokens.peek());
            } else {
                return new Modifier.PointerTo(Set.copyOf(qualifiers), star.span());
            }
        }
    }

    private Optional<Token> direct(Place place, List<Modifier> modifiers) {
        Token token = tokens.peek();
        if (token.is("(") && opensGroup(place)) {
            tokens.next();
            Optional<Token> name = group(token, place, modifiers);
            tokens.expect(")", "to close the '(' of the declarator");
            return name;
        }
        if (token.isName() && Keyword.of(token).isEmpty() && place != Place.TYPE_NAME) {
            return Optional.of(tokens.next());
        }
        if (place == Place.TOP_LEVEL || place == Place.FIELD) {
            throw noName(token);
        }
        return Optional.empty();
    }

    private Optional<Token> group(Token open, Place place, List<Modifier> modifiers) {
        grammar.nesting.enter(open, 1);
        try {
            return declarator(place, modifiers);
        } finally {
            grammar.nesting.leave(1);
        }
    }

    private SyntaxError noName(Token token) {
        return Keyword.of(token).isPresent()
                ? Grammar.error(
                        token.span(),
                        "'" + token.text() + "' is a keyword of C, not a name",
                        "choose another name; is a ';' missing before it?")
                : tokens.unexpected("a name");
    }

    /** Returns true if the next {@code (} encloses a declarator, rather than the parameters of a function without a name. */
    private boolean opensGroup(Place place) {
        if (place == Place.TOP_LEVEL || place == Place.FIELD) {
            return true;
        }
        Token inside = tokens.peek(1);
        return !inside.is(")") && !inside.is("...") && !grammar.startsType(inside);
    }

    private void suffixes(Place place, List<Modifier> modifiers) {
        while (true) {
            attributes(place, modifiers);
            if (tokens.at("[")) {
                modifiers.add(array(place));
            } else if (tokens.at("(")) {
                modifiers.add(parameters(modifiers.size()));
            } else {
                return;
            }
        }
    }

    private void attributes(Place place, List<Modifier> modifiers) {
        if (place != Place.FIELD) {
            grammar.attributes.addConvention(modifiers);
            return;
        }
        AttributeParser.Attributes found = grammar.attributes.parse();
        if (found.convention().isPresent()) {
            modifiers.add(found.convention().get());
        }
        if (!found.layout().isEmpty()) {
            modifiers.add(new Modifier.Layout(found.layoutTexts(), tokens.last().span()));
        }
    }

    /** The parameters' types stand below those of the modifiers nearer to the name. */
    private Modifier parameters(int levels) {
        grammar.nesting.enter(tokens.peek(), levels + 1);
        try {
            return grammar.parameters.parse();
        } finally {
            grammar.nesting.leave(levels + 1);
        }
    }

    private Modifier array(Place place) {
        Token open = tokens.next();
        boolean parameter = parameterQualifiers(place);
        CType.ArrayLength length;
        if (tokens.at("]")) {
            length = new CType.ArrayLength.Open();
        } else if (tokens.accept("...")) {
            length = new CType.ArrayLength.FromCompiler();
        } else if (place == Place.PARAMETER && tokens.at("*") && tokens.peek(1).is("]")) {
            tokens.next();
            length = new CType.ArrayLength.Open();
        } else {
            length = new CType.ArrayLength.Fixed(grammar.expressions.parse());
        }
        if (parameter && length instanceof CType.ArrayLength.FromCompiler) {
            throw Grammar.error(open.span(), "'[...]' beside 'static'", "write the length, or '[]'");
        }
        Token close = tokens.expect("]", "after the array's length");
        return new Modifier.ArrayOf(length, open.span().to(close.span()));
    }

    /** {@code static} and qualifiers in a parameter's brackets promise something to the callee only. */
    private boolean parameterQualifiers(Place place) {
        boolean found = false;
        while (tokens.at("static") || Keyword.is(tokens.peek(), Keyword.Role.QUALIFIER)) {
            if (place != Place.PARAMETER) {
                throw Grammar.error(
                        tokens.peek().span(),
                        "'" + tokens.peek().text() + "' in brackets is for parameters only",
                        "remove it");
            }
            tokens.next();
            found = true;
        }
        return found;
    }
}
