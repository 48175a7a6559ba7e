package io.github.cffi4j.cdef;

/**
 * Reads cdefs.
 *
 * <p>Thread-safe. Time and memory grow linearly with the text.
 */
public final class CdefParser {

    private CdefParser() {}

    /**
     * Parses one cdef.
     *
     * @throws CdefException with the errors found, at most 20
     */
    public static ParsedCdef parse(SourceText source) throws CdefException {
        LexedCdef lexed = Lexer.lex(source);
        Diagnostics diagnostics = new Diagnostics();
        DeclarationList declarations = new DeclarationList();
        Grammar grammar = new Grammar(new TokenStream(lexed.tokens()), diagnostics, new TypeNames(), declarations);
        try {
            new LinkageParser(grammar, new DirectiveParser(lexed.directives(), grammar))
                    .parseAll(Declaration.Linkage.C, false);
        } catch (ParsingStopped stopped) {
            // what was found until here is reported below
        }
        if (!diagnostics.errors().isEmpty()) {
            throw new CdefException(diagnostics.errors());
        }
        return new ParsedCdef(declarations.all(), diagnostics.notes());
    }
}
