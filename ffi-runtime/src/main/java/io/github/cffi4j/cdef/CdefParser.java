package io.github.cffi4j.cdef;

import io.github.cffi4j.platform.Platform;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Reads cdefs.
 *
 * <p>Thread-safe. Time and memory grow linearly with the text.
 */
public final class CdefParser {

    private CdefParser() {}

    /**
     * Parses one cdef, for all platforms.
     *
     * @throws CdefException with the errors found, at most 20
     */
    public static ParsedCdef parse(SourceText source) throws CdefException {
        return parse(source, EnumSet.allOf(Platform.class));
    }

    /**
     * Parses one cdef.
     *
     * @param platforms those it is for: what others would see of it is not looked at
     * @throws CdefException with the errors found, at most 20
     */
    public static ParsedCdef parse(SourceText source, Set<Platform> platforms) throws CdefException {
        LexedCdef lexed = Lexer.lex(source);
        Diagnostics conditions = new Diagnostics();
        List<LexedPart> parts = parts(lexed, platforms, conditions);
        PlatformDiagnostics errors = new PlatformDiagnostics(platforms);
        PlatformDiagnostics notes = new PlatformDiagnostics(platforms);
        notes.add(platforms, conditions.notes());
        AnonymousTags tags = new AnonymousTags();
        List<ParsedCdef.Variant> variants = new ArrayList<>();
        for (PlatformVariants.Variant variant : PlatformVariants.of(lexed, parts, platforms)) {
            Diagnostics diagnostics = new Diagnostics();
            List<Declaration> declarations = declarations(variant.lexed(), tags, diagnostics);
            variants.add(new ParsedCdef.Variant(variant.platforms(), declarations));
            errors.add(variant.platforms(), diagnostics.errors());
            notes.add(variant.platforms(), diagnostics.notes());
        }
        throwIfAny(errors.all());
        return new ParsedCdef(variants, notes.all());
    }

    private static List<LexedPart> parts(LexedCdef lexed, Set<Platform> platforms, Diagnostics diagnostics)
            throws CdefException {
        List<LexedPart> parts = List.of();
        try {
            parts = ConditionalSections.parts(lexed, platforms, diagnostics);
        } catch (ParsingStopped stopped) {
            // what was found until here is reported below
        }
        // With broken conditions nobody knows who sees what.
        throwIfAny(diagnostics.errors());
        return parts;
    }

    private static List<Declaration> declarations(LexedCdef lexed, AnonymousTags tags, Diagnostics diagnostics) {
        DeclarationList declarations = new DeclarationList(tags);
        Grammar grammar = new Grammar(new TokenStream(lexed.tokens()), diagnostics, new TypeNames(), declarations);
        try {
            new LinkageParser(grammar, new DirectiveParser(lexed.directives(), grammar))
                    .parseAll(Declaration.Linkage.C, false);
        } catch (ParsingStopped stopped) {
            // what was found until here is among the diagnostics
        }
        return declarations.all();
    }

    private static void throwIfAny(List<Diagnostic> errors) throws CdefException {
        if (!errors.isEmpty()) {
            throw new CdefException(errors.subList(0, Math.min(errors.size(), Diagnostics.MOST_ERRORS)));
        }
    }
}
