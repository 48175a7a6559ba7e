package io.github.cffi4j.cdef;

import java.util.ArrayList;
import java.util.List;

/** One text being parsed. */
final class CdefText {
    private final ConditionalText text;
    private final IncludeParser includes;
    private final Diagnostics diagnostics = new Diagnostics();
    private final TypeNames typeNames = new TypeNames();
    private final DeclarationList declarations;
    private final List<IncludedCdef> included = new ArrayList<>();

    CdefText(ConditionalText text, IncludeParser includes) {
        this.text = text;
        this.includes = includes;
        this.declarations = new DeclarationList(text.anonymousTags());
    }

    /**
     * @param lexed what is seen of the text
     */
    ParsedCdef parse(LexedCdef lexed) throws CdefException {
        text.notes().forEach(diagnostics::note);
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
