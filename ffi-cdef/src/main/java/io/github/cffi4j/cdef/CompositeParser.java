package io.github.cffi4j.cdef;

import io.github.cffi4j.cdef.Specifiers.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses structs and unions, and their fields. */
final class CompositeParser {
    private final Grammar grammar;
    private final TokenStream tokens;

    CompositeParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    Tag.Definition parse() {
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
                || tokens.at(":") && WrongWords.isCplusplus(tokens.peek(1))) {
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
                    fields(found);
                }
            } catch (SyntaxError error) {
                grammar.diagnostics.error(error.diagnostic());
                tokens.skipDeclaration();
            }
        }
        grammar.close(open);
        return new Declaration.Body(List.copyOf(found), partial);
    }

    /** Parses one declaration of fields. */
    private void fields(List<Declaration.Field> fields) {
        Token first = tokens.peek();
        if (tokens.accept(";")) {
            return;
        }
        if (Keyword.is(first, Keyword.Role.STATIC_ASSERTION)) {
            grammar.passStaticAssertion();
            return;
        }
        checkCplusplus(first);
        Specifiers specifiers = grammar.specifiers.parse(Place.FIELD);
        int before = fields.size();
        if (grammar.endsWithoutDeclarator(specifiers)) {
            anonymous(specifiers, fields);
        } else {
            do {
                fields.add(field(specifiers));
            } while (tokens.accept(","));
        }
        grammar.endDeclaration();
        Span span = first.span().to(tokens.last().span());
        for (int i = before; i < fields.size(); i++) {
            Declaration.Field field = fields.get(i);
            fields.set(
                    i,
                    new Declaration.Field(
                            field.name(), field.type(), field.bits(), field.layout(), field.nameSpan(), span));
        }
        grammar.declarations.widen(specifiers.definition(), span);
    }

    private void checkCplusplus(Token first) {
        if (WrongWords.isCplusplus(first) && !grammar.typeNames.contains(first)) {
            throw WrongWords.cplusplus(first);
        }
    }

    /** {@code struct {...};} makes its fields those of the parent; {@code enum {...};} only its constants. */
    private void anonymous(Specifiers specifiers, List<Declaration.Field> fields) {
        CType type = specifiers.type();
        if (type instanceof CType.Tagged tagged && specifiers.definition().isPresent()) {
            if (tagged.kind() == TagKind.ENUM) {
                return;
            }
            if (tagged.anonymous()) {
                fields.add(new Declaration.Field(
                        Optional.empty(),
                        type,
                        Optional.empty(),
                        specifiers.layout(),
                        tagged.span(),
                        specifiers.span()));
                return;
            }
        }
        throw Grammar.error(
                specifiers.span(),
                "this declares no field",
                "give it a name; in C only a struct or union without a tag may go without");
    }

    private Declaration.Field field(Specifiers specifiers) {
        if (tokens.at(":")) {
            Token colon = tokens.next();
            Expression bits = grammar.expressions.parse();
            return new Declaration.Field(
                    Optional.empty(),
                    specifiers.type(),
                    Optional.of(bits),
                    specifiers.layout(),
                    colon.span(),
                    colon.span());
        }
        Declarator declarator = grammar.declarators.parse(Place.FIELD);
        Token name = declarator.name().orElseThrow();
        CType type = declarator.type(specifiers.type(), specifiers.convention());
        if (type instanceof CType.Function) {
            throw Grammar.error(
                    name.span(),
                    "a field cannot be a function",
                    "make it a pointer: (*" + name.text() + ")" + type.span().text());
        }
        Optional<Expression> bits = tokens.accept(":") ? Optional.of(grammar.expressions.parse()) : Optional.empty();
        List<String> layout = new ArrayList<>(specifiers.layout());
        layout.addAll(declarator.layout());
        layout.addAll(grammar.attributes.parseLayout());
        if (tokens.at("=")) {
            throw Grammar.error(tokens.peek().span(), "a field has no initial value in C", "remove it");
        }
        return new Declaration.Field(
                Optional.of(name.text()), type, bits, List.copyOf(layout), name.span(), declarator.span());
    }
}
