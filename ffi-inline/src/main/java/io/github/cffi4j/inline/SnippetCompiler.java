package io.github.cffi4j.inline;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.CdefParser;
import io.github.cffi4j.cdef.ConditionalCdef;
import io.github.cffi4j.cdef.Diagnostic;
import io.github.cffi4j.cdef.ParsedCdef;
import io.github.cffi4j.cdef.SourceText;
import io.github.cffi4j.cdef.model.Scope;
import io.github.cffi4j.compiler.compile.LinkException;
import io.github.cffi4j.compiler.fetch.Progress;
import io.github.cffi4j.compiler.module.ZigLocator;
import io.github.cffi4j.compiler.module.ZigParameters;
import io.github.cffi4j.compiler.project.CompilationException;
import io.github.cffi4j.compiler.project.FfiProject;
import io.github.cffi4j.compiler.project.LibraryBuilder;
import io.github.cffi4j.compiler.project.ProjectLayout;
import io.github.cffi4j.compiler.verify.PreambleException;
import io.github.cffi4j.compiler.zig.Zig;
import io.github.cffi4j.compiler.zig.ZigNotFoundException;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compiles a snippet, after the compiler has confirmed all that its cdef claims. */
record SnippetCompiler(InlineSettings settings, Platform platform) {
    private static final String CLASS = "Snippet";
    private static final String FILES = "ffi";

    private static final String NO_COMPILER = """
            there is no C compiler here, and nothing is downloaded unasked
              what to do: in a test or a script, start Java with -Dffi.inline.download=true, which fetches zig once and verifies it;
                          or with -Dffi.zig=<path>, if there is one elsewhere
            """ + CompiledSnippets.SHIP;

    /**
     * Compiles.
     *
     * @param folder an empty one, for all that comes up
     * @param library where the library goes
     * @return the cdef with the compiler's answers in its gaps
     */
    String compile(Snippet snippet, Path folder, Path library) throws IOException, InterruptedException {
        try {
            return compileNow(snippet, folder, library);
        } catch (CdefException | PreambleException | CompilationException | LinkException e) {
            // The files are the user's strings, and are gone when the message is read.
            String message = e.getMessage()
                    .replace(folder.resolve(FILES) + folder.getFileSystem().getSeparator(), "");
            throw new InlineException(message.strip(), e);
        }
    }

    private String compileNow(Snippet snippet, Path folder, Path library)
            throws IOException, InterruptedException, CdefException, PreambleException, CompilationException {
        Path cdefs = Files.createDirectories(folder.resolve(FILES));
        Files.writeString(cdefs.resolve(CLASS + ".cdef"), snippet.cdef());
        Path code = Files.writeString(cdefs.resolve(CLASS + ".c"), snippet.code());
        ConditionalCdef conditional = parse(snippet.cdef());
        ParsedCdef parsed = conditional.on(platform);
        List<Diagnostic> errors = new ArrayList<>();
        Scope scope = new Scope(parsed, errors);
        if (!errors.isEmpty()) {
            throw new CdefException(errors);
        }
        List<Gap> gaps = Gaps.of(parsed, scope, snippet.cdef());
        DirectCompile direct = new DirectCompile(settings, platform, snippet);
        if (!direct.possible()
                || !direct.compile(conditional, SnippetSource.behind(scope, gaps), code, library, this::zig)) {
            FfiProject project = project(snippet, folder, cdefs);
            Path glue = Files.createDirectories(project.layout().glue());
            Files.writeString(glue.resolve(CLASS + ".ffi.c"), SnippetSource.of(code, scope, gaps));
            Files.copy(checkedAndBuilt(project), library);
        }
        SnippetLibrary loaded = SnippetLibrary.open(library);
        try {
            int questions =
                    gaps.stream().mapToInt(gap -> gap.questions().size()).sum();
            return Gaps.filled(snippet.cdef(), gaps, loaded.answers(questions));
        } finally {
            loaded.close();
        }
    }

    /** Has one compiler check the cdef while another compiles the C. */
    private static Path checkedAndBuilt(FfiProject project)
            throws IOException, InterruptedException, CdefException, PreambleException, CompilationException {
        try (BackgroundCheck check = BackgroundCheck.start(project)) {
            Path built;
            try {
                built = new LibraryBuilder(project)
                        .build(ignored -> {})
                        .get(0)
                        .library()
                        .file();
            } catch (CompilationException | LinkException e) {
                // If the cdef is wrong, our own C is wrong, too, and the check says it in words of the cdef.
                check.await();
                throw e;
            }
            check.await();
            return built;
        }
    }

    private ConditionalCdef parse(String cdef) throws CdefException {
        return CdefParser.parse(
                new SourceText(CLASS + ".cdef", cdef),
                CLASS + ".cdef",
                (includer, written) -> Optional.empty(),
                Set.of(platform));
    }

    private FfiProject project(Snippet snippet, Path folder, Path cdefs) {
        ProjectLayout layout = new ProjectLayout(
                folder, cdefs, List.of(), folder.resolve("java"), folder.resolve("work"), folder.resolve("classes"));
        return FfiProject.of("snippet", layout, List.of(platform))
                .withSettings(Map.of(platform, snippet.settings().exporting(List.of(SnippetSource.EXPORTS))))
                .withCompiler(this::zig)
                .withRunner(settings.runner())
                .withCache(settings.cache());
    }

    private Zig zig() throws IOException, InterruptedException {
        ZigParameters parameters =
                new ZigParameters(settings.zig(), Optional.empty(), Optional.empty(), !settings.downloads());
        try {
            return new ZigLocator(parameters, settings.cache(), settings.runner(), Progress.silent(), Progress.silent())
                    .locate();
        } catch (ZigNotFoundException e) {
            throw settings.downloads() ? new InlineException(e.getMessage(), e) : new InlineException(NO_COMPILER, e);
        }
    }
}
