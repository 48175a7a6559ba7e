package io.github.cffi4j.cdef;

import java.util.ArrayList;
import java.util.List;

/** One text being parsed. */
final class CdefText {
    private final SourceText source;
    private final IncludeParser includes;
    private final Diagnostics diagnostics = new Diagnostics();
    private final TypeNames typeNames = new TypeNames();
    private final DeclarationList declarations;
    private final List<IncludedCdef> included = new ArrayList<>();

    /**
     * @param path tells the text's types without a name from those of other texts
     */
    CdefText(SourceText source, String path, IncludeParser includes) {
        this.source = source;
        this.includes = includes;
        this.declarations = new DeclarationList(path);
    }

    ParsedCdef parse() throws CdefException {
        LexedCdef lexed = Lexer.lex(source);
        Grammar grammar = new Grammar(new TokenStream(lexed.tokens()), diagnostics, typeNames, declarations);
        try {
            new LinkageParser(grammar, new DirectiveParser(lexed.directives(), grammar, this::include))
                    .parseAll(Declaration.Linkage.C, false);
        } catch (ParsingStopped stopped) {
            // what was found until here is reported below
        }
        if (!diagnostics.errors().isEmpty()) {
            throw new CdefException(diagnostics.errors());
        }
        return new ParsedCdef(included, declarations.all(), diagnostics.notes());
    }

    private void include(Directive directive, TokenStream tokens) {
        IncludedCdef cdef = includes.include(directive, tokens);
        included.add(cdef);
        declareTypes(cdef.cdef());
    }

    private void declareTypes(ParsedCdef cdef) {
        cdef.includes().forEach(deeper -> declareTypes(deeper.cdef()));
        for (Declaration declaration : cdef.declarations()) {
            if (declaration instanceof Declaration.Typedef) {
                typeNames.declare(declaration.name());
            }
        }
    }
}
