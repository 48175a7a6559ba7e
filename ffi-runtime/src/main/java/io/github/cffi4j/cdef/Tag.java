package io.github.cffi4j.cdef;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** {@code struct name}, {@code union name} or {@code enum name}, before any body. */
record Tag(Token keyword, Optional<Token> name, AttributeParser.Attributes attributes) {

    static Tag parse(Grammar grammar) {
        TokenStream tokens = grammar.tokens;
        Token keyword = tokens.next();
        AttributeParser.Attributes attributes = grammar.attributes.parse();
        Token next = tokens.peek();
        boolean named = next.isName() && Keyword.of(next).isEmpty();
        if (!named && !next.is("{") && !(keyword.is("enum") && next.is(":"))) {
            throw tokens.unexpected("a tag or '{' after '" + keyword.text() + "'");
        }
        return new Tag(keyword, named ? Optional.of(tokens.next()) : Optional.empty(), attributes);
    }

    TagKind kind() {
        return TagKind.valueOf(keyword.text().toUpperCase(Locale.ROOT));
    }

    Span nameSpan() {
        return name.orElse(keyword).span();
    }

    /** The tag itself, as a type without a body. */
    SpecifierCollector.Definition reference() {
        Token known = name.orElseThrow();
        return new SpecifierCollector.Definition(
                new CType.Tagged(kind(), known.text(), Set.of(), keyword.span().to(known.span())),
                known.span(),
                OptionalInt.empty());
    }

    /** The type that a body gave. */
    SpecifierCollector.Definition defined(String tag, int place) {
        Span span = keyword.span().to(nameSpan());
        return new SpecifierCollector.Definition(
                new CType.Tagged(kind(), tag, Set.of(), span), nameSpan(), OptionalInt.of(place));
    }
}
