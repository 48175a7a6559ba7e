package io.github.cffi4j.cdef;

import io.github.cffi4j.platform.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text whose conditions have been followed.
 *
 * @param end the END token
 * @param anonymousTags shared by all who see the text
 */
record ConditionalText(List<Part> parts, Token end, DeclarationList.AnonymousTags anonymousTags, List<Diagnostic> notes) {

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

    /** What a platform sees. */
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
}
