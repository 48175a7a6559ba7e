package io.github.cffi4j.cdef;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses enums. */
final class EnumerationParser {
    private final Grammar grammar;
    private final TokenStream tokens;

    EnumerationParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    Tag.Definition parse() {
        Tag tag = Tag.parse(grammar);
        tag.record(false);
        Optional<Span> sized = underlyingType();
        if (!tokens.at("{")) {
            if (tag.name().isEmpty()) {
                throw tokens.unexpected("'{' and the enumerators");
            }
            return tag.reference();
        }
        String name = tag.spelling(grammar.declarations);
        Token open = tokens.next();
        List<Declaration.Enumerator> enumerators = new ArrayList<>();
        boolean partial = enumerators(enumerators);
        grammar.close(open);
        if (enumerators.isEmpty() && !partial) {
            throw Grammar.error(
                    open.span().to(tokens.last().span()),
                    "an enum without enumerators",
                    "list them, or write '{ ... }'");
        }
        for (AttributeParser.Layout layout :
                tag.attributes().and(grammar.attributes.parse()).layout()) {
            grammar.diagnostics.note(
                    layout.span(),
                    "'" + layout.span().text() + "' has no effect on an enum",
                    "the C compiler tells its size");
            sized = Optional.of(layout.span());
        }
        Declaration.Enumeration enumeration = new Declaration.Enumeration(
                name,
                fromCompiler(enumerators, partial),
                partial,
                sized,
                tag.nameSpan(),
                tag.keyword().span().to(tokens.last().span()));
        return tag.defined(name, grammar.declarations.add(enumeration));
    }

    private Optional<Span> underlyingType() {
        if (!tokens.at(":") || isBitfield()) {
            return Optional.empty();
        }
        Token colon = tokens.next();
        grammar.typeName();
        Span type = colon.span().to(tokens.last().span());
        grammar.diagnostics.note(
                type, "the enum's underlying type has no effect", "the C compiler tells its size and sign");
        return Optional.of(type);
    }

    /** {@code enum e : 3;} in a struct is padding, not an underlying type. */
    private boolean isBitfield() {
        return !grammar.startsType(tokens.peek(1));
    }

    /** Parses up to the closing brace and tells whether {@code ...} was among the enumerators. */
    private boolean enumerators(List<Declaration.Enumerator> enumerators) {
        boolean partial = false;
        while (!tokens.atEnd() && !tokens.peek(0).is("}")) {
            try {
                if (tokens.accept("...")) {
                    partial = true;
                } else {
                    enumerators.add(enumerator());
                }
                if (!tokens.atEnd() && !tokens.at("}") && !tokens.accept(",")) {
                    throw tokens.unexpected("',' or '}' after " + tokens.last().described());
                }
            } catch (SyntaxError error) {
                grammar.diagnostics.error(error.diagnostic());
                tokens.skipListItem();
            }
        }
        return partial;
    }

    private Declaration.Enumerator enumerator() {
        Token name = tokens.peek();
        if (!name.isName() || Keyword.of(name).isPresent()) {
            throw tokens.unexpected("an enumerator's name");
        }
        tokens.next();
        grammar.attributes.parseNeutral();
        Declaration.EnumeratorValue value = new Declaration.EnumeratorValue.Next();
        if (tokens.accept("=")) {
            value = tokens.accept("...")
                    ? new Declaration.EnumeratorValue.FromCompiler()
                    : new Declaration.EnumeratorValue.Given(grammar.expressions.parse());
        }
        return new Declaration.Enumerator(
                name.text(), value, name.span(), name.span().to(tokens.last().span()));
    }

    /** Where the C enum may have others in between, an enumerator without a value is not one more than the last. */
    private static List<Declaration.Enumerator> fromCompiler(
            List<Declaration.Enumerator> enumerators, boolean partial) {
        List<Declaration.Enumerator> result = new ArrayList<>();
        boolean unknown = partial;
        for (Declaration.Enumerator enumerator : enumerators) {
            unknown |= enumerator.value() instanceof Declaration.EnumeratorValue.FromCompiler;
            boolean next = enumerator.value() instanceof Declaration.EnumeratorValue.Next;
            result.add(
                    unknown && next
                            ? new Declaration.Enumerator(
                                    enumerator.name(),
                                    new Declaration.EnumeratorValue.FromCompiler(),
                                    enumerator.nameSpan(),
                                    enumerator.span())
                            : enumerator);
        }
        return List.copyOf(result);
    }
}
