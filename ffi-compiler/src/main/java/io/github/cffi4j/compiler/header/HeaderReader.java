package io.github.cffi4j.compiler.header;

import io.github.cffi4j.compiler.compile.CompileUnit;
import io.github.cffi4j.compiler.compile.FrontEnd;
import io.github.cffi4j.compiler.compile.SourceLanguage;
import io.github.cffi4j.compiler.compile.UnitCompiler;
import io.github.cffi4j.compiler.process.ProcessResult;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads headers with each platform's compiler. Thread-safe. */
public final class HeaderReader {
    private final UnitCompiler compiler;

    public HeaderReader(UnitCompiler compiler) {
        this.compiler = compiler;
    }

    /** The answer of a platform's compiler about headers. */
    public sealed interface Answer {
        /** It has preprocessed them. */
        final class Preprocessed implements Answer {
            private final CompileUnit unit;
            private final FrontEnd frontEnd;
            private final MacroReader macros;
            private final Predicate<String> wanted;
            private final Path text;

            private Preprocessed(
                    CompileUnit unit, FrontEnd frontEnd, MacroReader macros, Predicate<String> wanted, Path text) {
                this.unit = unit;
                this.frontEnd = frontEnd;
                this.macros = macros;
                this.wanted = wanted;
                this.text = text;
            }

            /**
             * A text that is the same for platforms that see the same declarations: those of one system and one C library whose
             * compilers see the same lines of the wanted files.
             */
            public String likeness() {
                Platform platform = unit.platform();
                return platform.os() + " " + platform.libc() + " " + platform.longBytes() + " "
                        + platform.arch().bits() + "\n" + macros.fingerprint(wanted);
            }
        }

        /** The errors of the compiler. */
        record Refused(CompileUnit unit, String output) implements Answer {}

        /** The headers, as the compiler saw them. */
        record Read(HeaderView view) implements Answer {}
    }

    /**
     * Preprocesses what a C file includes.
     *
     * @param unit the file, with the settings of the platform
     * @param text a file to write
     * @param selection asked with the files that were read, in the order in which they were entered: says which of them
     *     declare what is wanted
     */
    public Answer preprocess(CompileUnit unit, Path text, Function<Set<String>, Predicate<String>> selection)
            throws IOException, InterruptedException {
        MacroReader macros = new MacroReader();
        FrontEnd frontEnd;
        try (Writer out = Files.newBufferedWriter(text)) {
            frontEnd = compiler.preprocess(unit, in -> macros.read(in, out));
        }
        return !frontEnd.preprocessed().succeeded() || !frontEnd.usable()
                ? new Answer.Refused(unit, frontEnd.preprocessed().stderr())
                : new Answer.Preprocessed(unit, frontEnd, macros, selection.apply(macros.files()), text);
    }

    /**
     * Reads what was preprocessed.
     *
     * @param preamble the text of the file; lines behind it ask for the macros
     * @param scratch a file to write
     */
    public Answer read(Answer.Preprocessed headers, String preamble, Path scratch)
            throws IOException, InterruptedException {
        CompileUnit unit = headers.unit;
        SourceLanguage language = SourceLanguage.of(unit.source()).orElse(SourceLanguage.C);
        HeaderSyntax.Tree[] tree = new HeaderSyntax.Tree[1];
        // Comments are most of the tree of a header that has many. A preprocessed text has none.
        ProcessResult dumped = headers.frontEnd.treeOfPreprocessed(
                headers.text, in -> tree[0] = HeaderSyntax.read(in, headers.macros.places(), language, headers.wanted));
        if (!dumped.succeeded()) {
            return new Answer.Refused(unit, dumped.stderr());
        }
        List<HeaderMacro> found = headers.macros.of(headers.wanted);
        Map<String, MacroKind> kinds = new MacroKinds(headers.frontEnd, preamble, scratch)
                .sort(found.stream().filter(macro -> !macro.takesArguments()).toList(), headers.macros.bodies());
        return new Answer.Read(new HeaderView(
                unit.platform(), tree[0].declarations(), headers.wanted, found, kinds, tree[0].skippedCxx()));
    }
}
