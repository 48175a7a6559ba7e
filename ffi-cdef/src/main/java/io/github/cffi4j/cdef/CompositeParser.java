package io.github.cffi4j.cdef;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses structs and unions. */
final class CompositeParser {
    private final Grammar grammar;
    private final TokenStream tokens;
    private final FieldParser fields;

    CompositeParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
        this.fields = new FieldParser(grammar);
    }

    SpecifierCollector.Definition parse() {
        Tag tag = Tag.parse(grammar);
        checkInheritance(tag);
        Optional<Span> record = tag.record(tokens.at("{"));
        if (!tokens.at("{")) {
            return tag.reference();
        }
        String name = tag.spelling(grammar.declarations);
        // As in C, what counts is what was said before the body begins.
        int pack = grammar.packing.limit();
        Declaration.Body body = body();
        AttributeParser.Attributes attributes = tag.attributes().and(grammar.attributes.parse());
        AttributeParser.refuse(attributes.convention());
        Declaration.Composite composite = new Declaration.Composite(
                tag.kind(),
                name,
                Optional.of(body),
                attributes.layoutTexts(),
                pack,
                record,
                tag.nameSpan(),
                tag.keyword().span().to(tokens.last().span()));
        return tag.defined(name, grammar.declarations.add(composite));
    }

    private void checkInheritance(Tag tag) {
        if (tokens.at(":") && tag.name().isPresent() && tokens.peek(2).is("{")
                || tokens.at(":") && UnsupportedWords.isCplusplus(tokens.peek(1))) {
            throw Grammar.error(
                    tokens.peek().span(), "a base class is C++: a cdef holds C declarations", "declare it as opaque");
        }
    }

    private Declaration.Body body() {
        grammar.nesting.enter(tokens.peek(), 1);
        try {
            return fieldsInBraces();
        } finally {
            grammar.nesting.leave(1);
        }
    }

    private Declaration.Body fieldsInBraces() {
        Token open = tokens.next();
        List<Declaration.Field> found = new ArrayList<>();
        boolean partial = false;
        while (!tokens.atEnd() && !tokens.peek(0).is("}")) {
            try {
                if (tokens.accept("...")) {
                    partial = true;
                    grammar.endDeclaration();
                } else {
                    fields.parse(found);
                }
            } catch (SyntaxError error) {
                grammar.diagnostics.error(error.diagnostic());
                tokens.skipDeclaration();
            }
        }
        grammar.close(open);
        return new Declaration.Body(List.copyOf(found), partial);
    }
}
