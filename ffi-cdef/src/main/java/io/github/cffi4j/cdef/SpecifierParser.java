package io.github.cffi4j.cdef;

import java.util.Optional;

/** Parses what stands before the declarators: type, qualifiers and storage class, in any order. */
final class SpecifierParser {
    private final Grammar grammar;
    private final TokenStream tokens;

    SpecifierParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    Specifiers parse(Place place) {
        SpecifierCollector collected = new SpecifierCollector(grammar, tokens.peek());
        while (take(collected, place)) {
            // each turn takes one specifier
        }
        return collected.specifiers(place);
    }

    private boolean take(SpecifierCollector collected, Place place) {
        if (place == Place.FIELD) {
            AttributeParser.Attributes attributes = grammar.attributes.parse();
            collected.convention(attributes.convention());
            collected.layout(attributes.layoutTexts(), tokens.last().span());
        } else {
            collected.convention(grammar.attributes.parseWithoutLayout());
        }
        Token token = tokens.peek();
        if (token.is("...")) {
            return dots(collected, place);
        }
        if (!token.isName()) {
            return false;
        }
        Optional<Keyword> keyword = Keyword.of(token);
        if (collected.defines() && tokens.atNewLine() && Keyword.startsDeclaration(token)) {
            return false;
        }
        return keyword.isPresent() ? takeKeyword(collected, token, keyword.get()) : takeName(collected, token, place);
    }

    private boolean takeKeyword(SpecifierCollector collected, Token token, Keyword keyword) {
        Keyword.Role role = keyword.role();
        if (role == Keyword.Role.TYPE) {
            collected.word(tokens.next(), keyword.plain());
        } else if (role == Keyword.Role.TAG) {
            tagged(collected, token);
        } else if (role == Keyword.Role.QUALIFIER) {
            collected.qualifier(Qualifiers.of(keyword), tokens.next());
        } else if (role == Keyword.Role.STORAGE) {
            collected.storage(tokens.next());
        } else if (role == Keyword.Role.FUNCTION_SPECIFIER) {
            tokens.next();
        } else if (role == Keyword.Role.THREAD_LOCAL) {
            tokens.next();
            grammar.diagnostics.note(
                    token.span(),
                    "'" + token.text() + "' has no effect",
                    "the C compiler sees it in the library's header");
        } else if (role == Keyword.Role.CONVENTION) {
            collected.convention(Optional.of(Qualifiers.convention(tokens.next(), keyword)));
        } else if (role == Keyword.Role.NULLABILITY) {
            Qualifiers.noteNullability(tokens.next(), grammar.diagnostics);
        } else if (role == Keyword.Role.UNSUPPORTED) {
            throw UnsupportedWords.error(token);
        } else {
            return false;
        }
        return true;
    }

    private void tagged(SpecifierCollector collected, Token token) {
        if (token.is("enum")) {
            collected.defined(grammar.enumerations.parse(), token);
        } else {
            collected.defined(grammar.composites.parse(), token);
        }
    }

    private boolean takeName(SpecifierCollector collected, Token token, Place place) {
        if (token.is("complex") && complexType(collected, place)) {
            collected.word(tokens.next(), "_Complex");
            return true;
        }
        if (collected.hasType()) {
            return false;
        }
        if (grammar.typeNames.contains(token)) {
            collected.named(tokens.next());
            return true;
        }
        UnknownWord.Meaning meaning = UnknownWord.meaning(grammar, place);
        if (meaning == UnknownWord.Meaning.TYPE) {
            grammar.typeNames.reportUnknown(token, grammar.diagnostics);
            collected.named(tokens.next());
            return true;
        }
        if (meaning == UnknownWord.Meaning.MACRO) {
            grammar.typeNames.reportMacro(token, grammar.diagnostics);
            tokens.next();
            return true;
        }
        return false;
    }

    /** {@code complex} is a macro of complex.h, but also a name like any other: it is told by what stands beside it. */
    private boolean complexType(SpecifierCollector collected, Place place) {
        if (grammar.typeNames.contains(tokens.peek())) {
            return false;
        }
        Token next = tokens.peek(1);
        if (!collected.hasType()) {
            return next.is("double") || next.is("float") || next.is("long");
        }
        return collected.floating()
                && (next.isName() || next.is("*") || next.is("(") || place == Place.PARAMETER && !next.is("["));
    }

    private boolean dots(SpecifierCollector collected, Place place) {
        if (place == Place.TOP_LEVEL && collected.typedef()) {
            collected.dots(tokens.next());
            return true;
        }
        return false;
    }
}
