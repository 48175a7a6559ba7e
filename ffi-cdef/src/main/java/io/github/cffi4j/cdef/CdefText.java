package io.github.cffi4j.cdef;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One text being parsed. */
final class CdefText {
    private final ConditionalText text;
    private final IncludeParser includes;
    private final Diagnostics diagnostics = new Diagnostics();
    private final TypeNames typeNames = new TypeNames();
    private final DeclarationList declarations;
    private final List<IncludedCdef> included = new ArrayList<>();
    private final Set<String> typesDeclared = new HashSet<>();

    CdefText(ConditionalText text, IncludeParser includes) {
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
