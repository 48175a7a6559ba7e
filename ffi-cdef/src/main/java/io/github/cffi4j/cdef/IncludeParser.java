package io.github.cffi4j.cdef;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Parses a cdef and the cdefs it includes, each of these once. */
final class IncludeParser {
    private static final String SUFFIX = ".cdef";

    private final IncludedTexts texts;
    private final ConditionalText.View view;
    private final Map<String, ParsedCdef> parsed = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * @param view through whose conditions the texts are seen
     */
    IncludeParser(IncludedTexts texts, ConditionalText.View view) {
        this.view = view;
        this.texts = texts;
    }

    /**
     * @param path tells the cdef from all others
     */
    ParsedCdef parse(SourceText source, String path) throws CdefException {
        open.addLast(path);
        try {
            ConditionalText text = view.text(source, path);
            return new Text(text, this).parse(view.seen(text));
        } finally {
            open.removeLast();
        }
    }

    /** What an {@code #include} line means, the tokens being those after the word. */
    IncludedCdef include(Directive directive, TokenStream tokens) {
        Token file = tokens.next();
        String written = file.text().replace("\"", "");
        if (file.kind() != Token.Kind.STRING || !written.endsWith(SUFFIX)) {
            throw Grammar.error(
                    directive.span(),
                    "a cdef includes other cdefs, not headers",
                    "put it into the .c file beside the cdef, and declare here what you use of the header");
        }
        if (!tokens.peek().isEnd()) {
            throw tokens.unexpected("the end of the line");
        }
        Optional<IncludedTexts.IncludedText> found = texts.find(open.getLast(), written);
        if (found.isEmpty()) {
            throw Grammar.error(
                    file.span(),
                    "there is no " + file.text(),
                    "write its path from this cdef or from the cdefs' root, as in \"org/example/Base.cdef\"; if it is"
                            + " another module's, depend on that module");
        }
        String path = found.get().path();
        return new IncludedCdef(path, found.get().source(), parse(found.get(), file), directive.span());
    }

    private ParsedCdef parse(IncludedTexts.IncludedText text, Token file) {
        if (open.contains(text.path())) {
            throw Grammar.error(file.span(), chain(text), "move what both need into a cdef of its own");
        }
        ParsedCdef known = parsed.get(text.path());
        if (known != null) {
            return known;
        }
        if (open.size() > Nesting.DEEPEST) {
            throw Grammar.error(
                    file.span(),
                    "cdefs that include each other more than " + Nesting.DEEPEST + " levels deep",
                    "include what is needed directly");
        }
        try {
            ParsedCdef cdef = parse(text.source(), text.path());
            parsed.put(text.path(), cdef);
            return cdef;
        } catch (CdefException broken) {
            Diagnostic first = broken.diagnostics().get(0);
            throw Grammar.error(
                    file.span(),
                    String.format(
                            Locale.ROOT,
                            "%s has errors of its own: %s: %s",
                            file.text(),
                            first.span().position(),
                            first.message()),
                    "mend that first");
        }
    }

    private String chain(IncludedTexts.IncludedText text) {
        List<String> files = new ArrayList<>(open);
        List<String> circle = files.subList(files.indexOf(text.path()), files.size());
        return circle.size() == 1
                ? "the cdef includes itself"
                : "the cdef includes itself: " + String.join(" -> ", circle) + " -> " + text.path();
    }

    /** One text being parsed. */
    static final class Text {
        private final ConditionalText text;
        private final IncludeParser includes;
        private final Diagnostics diagnostics = new Diagnostics();
        private final TypeNames typeNames = new TypeNames();
        private final DeclarationList declarations;
        private final List<IncludedCdef> included = new ArrayList<>();
        private final Set<String> typesDeclared = new HashSet<>();

        Text(ConditionalText text, IncludeParser includes) {
            this.text = text;
            this.includes = includes;
            this.declarations = new DeclarationList(text.anonymousTags());
        }

        /**
         * @param lexed what is seen of the text
         */
        ParsedCdef parse(Lexer.LexedCdef lexed) throws CdefException {
            for (Diagnostic note : text.notes()) {
                diagnostics.note(note);
            }
            Grammar grammar = new Grammar(new TokenStream(lexed.tokens()), diagnostics, typeNames, declarations);
            try {
                new LinkageParser(grammar, new DirectiveParser(lexed.directives(), grammar, this))
                        .parseAll(Declaration.Linkage.C, false);
            } catch (Diagnostics.ParsingStopped stopped) {
                // what was found until here is reported below
            }
            if (!diagnostics.errors().isEmpty()) {
                throw new CdefException(diagnostics.errors());
            }
            return new ParsedCdef(included, declarations.all(), diagnostics.notes());
        }

        /** Takes an {@code #include}, with the tokens after the word. */
        void include(Directive directive, TokenStream tokens) {
            IncludedCdef cdef = includes.include(directive, tokens);
            included.add(cdef);
            declareTypes(cdef);
        }

        /** Each cdef once: with every level of two that include the same two, the ways to the last one double. */
        private void declareTypes(IncludedCdef cdef) {
            if (!typesDeclared.add(cdef.path())) {
                return;
            }
            for (IncludedCdef inner : cdef.cdef().includes()) {
                declareTypes(inner);
            }
            for (Declaration declaration : cdef.cdef().declarations()) {
                if (declaration instanceof Declaration.Typedef) {
                    typeNames.declare(declaration.name());
                }
            }
        }
    }
}
