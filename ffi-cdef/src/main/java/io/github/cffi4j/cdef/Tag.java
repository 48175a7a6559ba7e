package io.github.cffi4j.cdef;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** {@code struct name}, {@code union name} or {@code enum name}, before any body. */
record Tag(
        Token keyword, Optional<Token> name, AttributeParser.Attributes attributes, List<Declaration.Attribute> ours) {
    static final String RECORD = "record";

    static Tag parse(Grammar grammar) {
        TokenStream tokens = grammar.tokens;
        Token keyword = tokens.next();
        List<Declaration.Attribute> ours = new ArrayList<>();
        AttributeParser.Attributes attributes = grammar.attributes.parse(ours);
        Token next = tokens.peek();
        if (keyword.is("enum") && (next.is("class") || next.is("struct"))) {
            throw WrongWords.cplusplus(next);
        }
        boolean named = next.isName() && Keyword.of(next).isEmpty();
        if (!named && !next.is("{") && !(keyword.is("enum") && next.is(":"))) {
            throw tokens.unexpected("a tag or '{' after '" + keyword.text() + "'");
        }
        if (named) {
            grammar.typeNames.mention(keyword, next);
        }
        return new Tag(keyword, named ? Optional.of(tokens.next()) : Optional.empty(), attributes, List.copyOf(ours));
    }

    /** Where {@code [[ffi::record]]} asks for a Java record, if it does: only a struct with its fields may. */
    Optional<Span> record(boolean body) {
        for (Declaration.Attribute attribute : ours) {
            if (!attribute.name().equals(RECORD)) {
                throw Grammar.error(
                        attribute.span(),
                        "'ffi::" + attribute.name() + "' does not apply to types",
                        "write [[ffi::record]], or remove it");
            } else if (kind() != TagKind.STRUCT) {
                throw Grammar.error(
                        attribute.span(),
                        "only a struct has a record, and this is no struct",
                        "remove [[ffi::record]]");
            } else if (!body) {
                throw Grammar.error(
                        attribute.span(),
                        "'ffi::record' stands where the struct's fields do",
                        "move [[ffi::record]] to the declaration with braces");
            }
        }
        return ours.isEmpty() ? Optional.empty() : Optional.of(ours.get(0).span());
    }

    /** The tag, or one made up for a type that has none. */
    String spelling(DeclarationList declarations) {
        return name.isPresent() ? name.get().text() : declarations.anonymousTag(keyword);
    }

    TagKind kind() {
        return keyword.is("struct") ? TagKind.STRUCT : keyword.is("union") ? TagKind.UNION : TagKind.ENUM;
    }

    Span nameSpan() {
        return name.orElse(keyword).span();
    }

    /** The tag itself, as a type without a body. */
    Definition reference() {
        Token known = name.orElseThrow();
        return new Definition(
                new CType.Tagged(kind(), known.text(), Set.of(), keyword.span().to(known.span())),
                known.span(),
                OptionalInt.empty());
    }

    /** The type that a body gave. */
    Definition defined(String tag, int place) {
        Span span = keyword.span().to(nameSpan());
        return new Definition(new CType.Tagged(kind(), tag, Set.of(), span), nameSpan(), OptionalInt.of(place));
    }

    /** A struct, union or enum, and the place in the list of the declaration its body made. */
    record Definition(CType.Tagged type, Span nameSpan, OptionalInt place) {}
}
