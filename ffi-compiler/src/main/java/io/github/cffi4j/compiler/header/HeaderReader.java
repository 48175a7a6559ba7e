package io.github.cffi4j.compiler.header;

import io.github.cffi4j.compiler.compile.CompileUnit;
import io.github.cffi4j.compiler.compile.FrontEnd;
import io.github.cffi4j.compiler.compile.SourceLanguage;
import io.github.cffi4j.compiler.compile.UnitCompiler;
import io.github.cffi4j.compiler.process.ProcessResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads headers with each platform's compiler. Thread-safe. */
public final class HeaderReader {
    private final UnitCompiler compiler;

    public HeaderReader(UnitCompiler compiler) {
        this.compiler = compiler;
    }

    /** A platform's compiler has read the headers, or has refused them. */
    public sealed interface Answer {
        /** The headers, as the compiler saw them. */
        record Read(HeaderView view) implements Answer {}

        /** The errors of the compiler. */
        record Refused(CompileUnit unit, String output) implements Answer {}
    }

    /**
     * Reads what a C file includes.
     *
     * @param unit the file, with the settings of the platform
     * @param preamble the text of the file; lines behind it ask for the macros
     * @param scratch a file to write
     * @param selection asked with the files that were read, in the order in which they were entered: says which of them
     *     declare what is wanted
     */
    public Answer read(
            CompileUnit unit, String preamble, Path scratch, Function<Set<String>, Predicate<String>> selection)
            throws IOException, InterruptedException {
        SourceLanguage language = SourceLanguage.of(unit.source()).orElse(SourceLanguage.C);
        MacroReader macros = new MacroReader();
        FrontEnd frontEnd = compiler.preprocess(unit, macros::read);
        if (!frontEnd.preprocessed().succeeded() || !frontEnd.usable()) {
            return new Answer.Refused(unit, frontEnd.preprocessed().stderr());
        }
        Predicate<String> wanted = selection.apply(macros.files());
        HeaderSyntax.Tree[] tree = new HeaderSyntax.Tree[1];
        ProcessResult dumped =
                frontEnd.tree(unit.source(), Optional.empty(), in -> tree[0] = HeaderSyntax.read(in, language, wanted));
        if (!dumped.succeeded()) {
            return new Answer.Refused(unit, dumped.stderr());
        }
        List<HeaderMacro> found = macros.of(wanted);
        Map<String, MacroKind> kinds = new MacroKinds(frontEnd, preamble, scratch)
                .sort(found.stream().filter(macro -> !macro.takesArguments()).toList(), macros.bodies());
        return new Answer.Read(
                new HeaderView(unit.platform(), tree[0].declarations(), wanted, found, kinds, tree[0].skippedCxx()));
    }
}
