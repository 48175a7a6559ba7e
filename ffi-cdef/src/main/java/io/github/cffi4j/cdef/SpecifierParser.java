package io.github.cffi4j.cdef;

import io.github.cffi4j.cdef.Declarator.Modifier;
import io.github.cffi4j.cdef.Specifiers.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Parses what stands before the declarators: type, qualifiers and storage class, in any order. */
final class SpecifierParser {
    private final Grammar grammar;
    private final TokenStream tokens;

    SpecifierParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    Specifiers parse(Place place) {
        Collector collected = new Collector(grammar, tokens.peek());
        while (take(collected, place)) {
            // each turn takes one specifier
        }
        return collected.specifiers(place);
    }

    private boolean take(Collector collected, Place place) {
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

    private boolean takeKeyword(Collector collected, Token token, Keyword keyword) {
        Keyword.Role role = keyword.role();
        if (role == Keyword.Role.TYPE) {
            collected.word(tokens.next(), keyword.plain());
        } else if (role == Keyword.Role.TAG) {
            tagged(collected, token);
        } else if (role == Keyword.Role.QUALIFIER) {
            collected.qualifier(keyword.qualifier(), tokens.next());
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
            collected.convention(Optional.of(keyword.convention(tokens.next())));
        } else if (role == Keyword.Role.NULLABILITY) {
            grammar.passNullability();
        } else if (role == Keyword.Role.UNSUPPORTED) {
            throw WrongWords.unsupported(token);
        } else {
            return false;
        }
        return true;
    }

    private void tagged(Collector collected, Token token) {
        if (token.is("enum")) {
            collected.defined(new EnumerationParser(grammar).parse(), token);
        } else {
            collected.defined(grammar.composites.parse(), token);
        }
    }

    private boolean takeName(Collector collected, Token token, Place place) {
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
        WrongWords.Meaning meaning = WrongWords.meaning(grammar, place);
        if (meaning == WrongWords.Meaning.TYPE) {
            grammar.typeNames.reportUnknown(token, grammar.diagnostics);
            collected.named(tokens.next());
            return true;
        }
        if (meaning == WrongWords.Meaning.MACRO) {
            grammar.typeNames.reportMacro(token, grammar.diagnostics);
            tokens.next();
            return true;
        }
        return false;
    }

    /** {@code complex} is a macro of complex.h, but also a name like any other: it is told by what stands beside it. */
    private boolean complexType(Collector collected, Place place) {
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

    private boolean dots(Collector collected, Place place) {
        if (place == Place.TOP_LEVEL && collected.typedef()) {
            collected.dots(tokens.next());
            return true;
        }
        return false;
    }

    /** Collects specifiers and tells what they make together. */
    static final class Collector {
        private final Grammar grammar;
        private final Token first;
        private final List<String> words = new ArrayList<>();
        private final Set<Qualifier> qualifiers = new HashSet<>();
        private Optional<Token> storage = Optional.empty();
        private Optional<Modifier.Convention> convention = Optional.empty();
        private final List<String> layout = new ArrayList<>();
        private Optional<Token> dots = Optional.empty();
        private Optional<CType> type = Optional.empty();
        private OptionalInt definition = OptionalInt.empty();
        private Span tagName;

        Collector(Grammar grammar, Token first) {
            this.grammar = grammar;
            this.first = first;
            this.tagName = first.span();
        }

        void word(Token token, String plain) {
            if (type.isPresent()) {
                throw twoTypes(token);
            }
            words.add(plain);
        }

        void named(Token token) {
            type = Optional.of(new CType.Named(token.text(), Set.of(), token.span()));
        }

        void defined(Tag.Definition defined, Token keyword) {
            if (hasType()) {
                throw twoTypes(keyword);
            }
            type = Optional.of(defined.type());
            definition = defined.place();
            tagName = defined.nameSpan();
        }

        void qualifier(Qualifier qualifier, Token token) {
            qualifiers.add(qualifier);
        }

        void storage(Token token) {
            if (storage.isPresent()) {
                throw Grammar.error(
                        token.span(),
                        "'" + token.text() + "' beside '" + storage.get().text() + "'",
                        "remove one of them");
            }
            storage = Optional.of(token);
        }

        void convention(Optional<Modifier.Convention> found) {
            convention = found.isPresent() ? found : convention;
        }

        void layout(List<String> texts, Span span) {
            layout.addAll(texts);
            if (layout.size() > Nesting.MOST_LAYOUTS) {
                throw Nesting.tooManyLayouts(span);
            }
        }

        void dots(Token token) {
            dots = Optional.of(token);
        }

        boolean hasType() {
            return type.isPresent() || !words.isEmpty() || dots.isPresent();
        }

        /** Returns true if the type so far is a real floating one. */
        boolean floating() {
            return words.contains("float") || words.contains("double");
        }

        /** Returns true if a struct, union or enum has its body here. */
        boolean defines() {
            return definition.isPresent();
        }

        boolean typedef() {
            return storage.isPresent() && storage.get().is("typedef") && dots.isEmpty();
        }

        Specifiers specifiers(Place place) {
            checkStorage(place);
            if (!hasType()) {
                throw WrongWords.missingType(grammar.tokens, place);
            }
            Span span = first.span().to(grammar.tokens.last().span());
            return new Specifiers(type(span), List.copyOf(layout), storage, convention, definition, tagName, span);
        }

        private void checkStorage(Place place) {
            if (storage.isEmpty()) {
                return;
            }
            Token token = storage.get();
            boolean allowed = place == Place.TOP_LEVEL
                    ? !token.is("auto") && !token.is("register")
                    : place == Place.PARAMETER && token.is("register");
            if (!allowed) {
                throw Grammar.error(token.span(), "'" + token.text() + "' cannot stand here", "remove it");
            }
        }

        private CType type(Span span) {
            if (dots.isPresent()) {
                return left(dots.get(), span);
            }
            if (type.isEmpty()) {
                return new CType.Keyword(primitive(span), Set.copyOf(qualifiers), span);
            }
            if (type.get() instanceof CType.Tagged tagged) {
                return new CType.Tagged(tagged.kind(), tagged.tag(), Set.copyOf(qualifiers), tagged.span());
            }
            CType.Named named = (CType.Named) type.get();
            return new CType.Named(named.name(), Set.copyOf(qualifiers), named.span());
        }

        /** {@code typedef ... name}, {@code typedef int... name}: what is left to the C compiler. */
        private CType left(Token token, Span span) {
            if (!qualifiers.isEmpty()) {
                throw Grammar.error(span, "a qualifier beside '...'", "remove it, and qualify where the type is used");
            }
            if (words.isEmpty() && type.isEmpty()) {
                return new CType.Unknown(token.span());
            }
            Optional<Primitive> primitive = type.isEmpty() && !words.isEmpty() ? Primitive.of(words) : Optional.empty();
            if (primitive.isPresent()) {
                Optional<CType.InferredKind> kind = primitive.get().inferred();
                if (kind.isPresent()) {
                    return new CType.Inferred(kind.get(), span);
                }
            }
            throw Grammar.error(
                    span,
                    "'...' stands after an integer type, float or double only",
                    "write 'typedef int... name;', 'typedef double... name;' or 'typedef ... name;'");
        }

        private Primitive primitive(Span span) {
            Optional<Primitive> primitive = Primitive.of(words);
            if (primitive.isEmpty()) {
                throw Grammar.error(
                        span,
                        "'" + String.join(" ", words.subList(0, Math.min(words.size(), 6))) + "' is not a type of C",
                        "write one of C's types, such as 'unsigned long' or 'long double'");
            }
            return primitive.get();
        }

        private static SyntaxError twoTypes(Token token) {
            return Grammar.error(
                    token.span(),
                    "a second type, '" + token.text() + "', in one declaration",
                    "keep one; is a ';' or ',' missing?");
        }
    }
}
