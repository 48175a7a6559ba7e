package io.github.cffi4j.cdef;

import io.github.cffi4j.platform.Platform;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A text whose conditions have been followed.
 *
 * @param end the END token
 * @param anonymousTags shared by all who see the text
 */
record ConditionalText(
        List<Part> parts, Token end, DeclarationList.AnonymousTags anonymousTags, List<Diagnostic> notes) {

    /**
     * @param path tells the text's types without a name from those of other texts
     * @throws CdefException if its conditions are broken, so that nobody knows who sees what
     */
    static ConditionalText of(SourceText source, String path, PlatformSet platforms) throws CdefException {
        Lexer.LexedCdef lexed = Lexer.lex(source);
        Diagnostics diagnostics = new Diagnostics();
        List<Part> parts = List.of();
        try {
            parts = ConditionalSections.parts(lexed, platforms, diagnostics);
        } catch (Diagnostics.ParsingStopped stopped) {
            // what was found until here is reported below
        }
        if (!diagnostics.errors().isEmpty()) {
            throw new CdefException(diagnostics.errors());
        }
        Token end = lexed.tokens().get(lexed.tokens().size() - 1);
        return new ConditionalText(parts, end, new DeclarationList.AnonymousTags(path), diagnostics.notes());
    }

    /** Returns those of some platforms that see the same text as a platform. */
    PlatformSet alike(Platform platform, PlatformSet platforms) {
        PlatformSet alike = platforms;
        for (Part part : parts) {
            PlatformSet condition = part.platforms();
            alike = condition.contains(platform) ? alike.and(condition) : alike.without(condition);
        }
        return alike;
    }

    /** The view of one platform. */
    Lexer.LexedCdef seen(Platform platform) {
        List<Token> tokens = new ArrayList<>();
        List<Directive> directives = new ArrayList<>();
        for (Part part : parts) {
            if (part.platforms().contains(platform)) {
                tokens.addAll(part.tokens());
                if (part.directive().isPresent()) {
                    directives.add(part.directive().get().at(tokens.size()));
                }
            }
        }
        tokens.add(end);
        return new Lexer.LexedCdef(List.copyOf(tokens), List.copyOf(directives));
    }

    /**
     * A stretch of a cdef between two directives, and the directive that ends it.
     *
     * @param platforms those that see it
     * @param directive nothing for lines such as {@code #if}, which have had their effect, and at the end of the text
     */
    record Part(PlatformSet platforms, List<Token> tokens, Optional<Directive> directive) {}

    /** The view that one platform has of a cdef and of those it includes. Knows which others have seen the same so far. */
    static final class View {
        private final Platform platform;
        private PlatformSet alike;
        private final Texts texts;

        /** The texts of one cdef, each lexed once for all platforms. */
        static final class Texts {
            private final PlatformSet platforms;
            private final Map<String, ConditionalText> byPath = new HashMap<>();

            Texts(PlatformSet platforms) {
                this.platforms = platforms;
            }

            private ConditionalText get(SourceText source, String path) throws CdefException {
                ConditionalText known = byPath.get(path);
                if (known == null) {
                    known = ConditionalText.of(source, path, platforms);
                    byPath.put(path, known);
                }
                return known;
            }
        }

        /**
         * @param others who may turn out to see the same
         */
        View(Platform platform, PlatformSet others, Texts texts) {
            this.platform = platform;
            this.alike = others;
            this.texts = texts;
        }

        /** Those that see the same, this platform among them. */
        PlatformSet alike() {
            return alike;
        }

        /** A text, its conditions followed. */
        ConditionalText text(SourceText source, String path) throws CdefException {
            ConditionalText text = texts.get(source, path);
            alike = text.alike(platform, alike);
            return text;
        }

        Lexer.LexedCdef seen(ConditionalText text) {
            return text.seen(platform);
        }
    }
}
