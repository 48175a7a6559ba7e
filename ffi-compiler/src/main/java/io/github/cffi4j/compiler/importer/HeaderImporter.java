package io.github.cffi4j.compiler.importer;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.TooLargeException;
import io.github.cffi4j.compiler.compile.CompiledUnit;
import io.github.cffi4j.compiler.compile.ScratchFolder;
import io.github.cffi4j.compiler.header.HeaderReader;
import io.github.cffi4j.compiler.header.HeaderView;
import io.github.cffi4j.compiler.project.CdefTrial;
import io.github.cffi4j.compiler.project.CompilationException;
import io.github.cffi4j.compiler.project.FfiProject;
import io.github.cffi4j.compiler.verify.PreambleException;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Imports headers into cdefs: reads, selects, merges, has the result proven, and writes it. */
public final class HeaderImporter {
    /** The parser tells 20 errors at a time; more rounds than this mean that something else is wrong. */
    private static final int MAX_ROUNDS = 60;

    private static final String REPORT = "import.txt";

    private final FfiProject project;

    public HeaderImporter(FfiProject project) {
        this.project = project;
    }

    /**
     * Imports.
     *
     * @throws ImportException if a header cannot be imported, or a cdef is not in step with its headers
     * @throws CdefException if what the author wrote outside the imported part is broken
     * @throws PreambleException if the headers do not compile
     * @throws CompilationException if a compiler does not take the author's flags
     */
    public List<ImportResult> run(ImportRequest request)
            throws IOException, InterruptedException, ImportException, CdefException, PreambleException,
                    CompilationException {
        List<String> targets = new ArrayList<>();
        if (request.to().isPresent()) {
            targets.add(request.to().get());
        } else if (!request.changes().headers().isEmpty()) {
            throw new ImportException(
                    "-Dheader=" + String.join(",", request.changes().headers())
                            + ": no cdef is named for it\n  fix: name it, as in -Dto=org/example/git/Git");
        } else {
            targets.addAll(cdefs(text -> text.recipe().isPresent()));
            if (targets.isEmpty()) {
                throw new ImportException("no cdef below " + project.layout().cdefs() + " was imported"
                        + "\n  fix: import a header, as in -Dheader=git2.h -Dto=org/example/git/Git");
            }
        }
        List<ImportResult> results = new ArrayList<>();
        for (String target : targets) {
            results.add(run(target, request));
        }
        return results;
    }

    /**
     * Imports into the cdefs that have a recipe and nothing below it yet.
     *
     * @param javaRoots the module's Java sources, for a recipe that takes what they use
     * @throws ImportException if a header cannot be imported
     * @throws CdefException if what the author wrote outside the imported part is broken
     * @throws PreambleException if the headers do not compile
     * @throws CompilationException if a compiler does not take the author's flags
     */
    public List<ImportResult> fill(List<Path> javaRoots)
            throws IOException, InterruptedException, ImportException, CdefException, PreambleException,
                    CompilationException {
        List<ImportResult> results = new ArrayList<>();
        for (String target : cdefs(CdefText::unfilled)) {
            results.add(run(
                    target, new ImportRequest(Optional.of(target), ImportRequest.Changes.none(), false, javaRoots)));
        }
        return results;
    }

    /**
     * Returns true if a cdef has a recipe and nothing below it yet, so that {@link #fill} imports it.
     *
     * @throws ImportException if a recipe cannot be read
     */
    public boolean waits() throws IOException, ImportException {
        return !cdefs(CdefText::unfilled).isEmpty();
    }

    private List<String> cdefs(Predicate<CdefText> wanted) throws IOException, ImportException {
        List<String> found = new ArrayList<>();
        for (String path : CdefTrial.all(project)) {
            Path file = project.layout().cdefs().resolve(path);
            if (wanted.test(CdefText.of(path, Files.readString(file)))) {
                found.add(path);
            }
        }
        return found;
    }

    private ImportResult run(String target, ImportRequest request)
            throws IOException, InterruptedException, ImportException, CdefException, PreambleException,
                    CompilationException {
        try (CdefTrial trial =
                CdefTrial.of(project, target, includes(request.changes().headers()))) {
            Path file = trial.file();
            String old = Files.exists(file) ? Files.readString(file) : "";
            CdefText text = CdefText.of(trial.name(), old);
            ImportRecipe before =
                    text.recipe().isPresent() ? ImportRecipe.parse(text.recipe().get()) : ImportRecipe.of();
            ImportRecipe recipe = request.changes().applyTo(before);
            recipe.check();
            if (trial.newPreamble().isPresent() && request.changes().headers().isEmpty()) {
                Files.writeString(trial.preamble(), includes(recipe.headers()));
            }
            return run(trial, text, recipe, request, old);
        }
    }

    private static String includes(List<String> headers) {
        return headers.stream().map(header -> "#include \"" + header + "\"\n").collect(Collectors.joining());
    }

    private ImportResult run(CdefTrial trial, CdefText text, ImportRecipe recipe, ImportRequest request, String old)
            throws IOException, InterruptedException, ImportException, CdefException, PreambleException,
                    CompilationException {
        AuthorNames author = AuthorNames.of(trial.parse(text.withoutSection()));
        Filters filters = Filters.of(recipe, recipe.used() ? MentionedNames.below(request.javaRoots()) : Set.of());
        Set<String> machines = new TreeSet<>();
        Map<Platform, HeaderView> views = read(trial, recipe, machines);
        Set<String> hidden = hidden(trial, views, filters);
        Filters seen = filters.without(hidden);
        HeaderTexts texts = new HeaderTexts(recipe.comments(), Path.of("").toAbsolutePath());
        // Platforms that share a view, because they see the same, share what is selected of it.
        List<Platform> readers = views.entrySet().stream()
                .filter(view -> view.getValue().platform() == view.getKey())
                .map(Map.Entry::getKey)
                .toList();
        Map<Platform, PlatformItems.Selected> selected =
                trial.on(readers, platform -> PlatformItems.of(views.get(platform), seen, author, texts));
        Map<Platform, Map<String, Item>> items = new LinkedHashMap<>();
        Map<Platform, List<LeftOut>> leftOut = new LinkedHashMap<>();
        views.forEach((platform, view) -> {
            PlatformItems.Selected of = selected.get(view.platform());
            items.put(platform, of.items());
            leftOut.put(platform, of.leftOut());
        });
        List<LeftOut> unmerged = new ArrayList<>();
        hidden.forEach(name -> unmerged.add(new LeftOut(name, "function", HidingMacros.REASON)));
        List<MergedItem> merged = PlatformMerger.merge(items, unmerged);
        if (merged.isEmpty()) {
            throw new ImportException(String.join(" ", recipe.headers())
                    + ": nothing to import; fix: correct 'from', 'functions', 'constants' and 'types', or"
                    + " leave them out");
        }
        Map<String, String> headings = headings(recipe, views, merged);
        Refutations refutations = new Refutations(merged);
        String made = prove(trial, text, recipe, refutations, headings);
        unmerged.addAll(refutations.members());
        leftOut.replaceAll((platform, list) ->
                Stream.concat(list.stream(), unmerged.stream()).toList());
        boolean changed = !made.equals(old);
        if (changed && request.check()) {
            throw new ImportException(trial.file() + ": is not in step with " + String.join(" ", recipe.headers())
                    + "\n" + LineDiff.of(old, made) + "  fix: run ffi:import");
        }
        ImportReport report = new ImportReport(
                recipe,
                project.platforms(),
                refutations.items(),
                refutations.reasons(),
                leftOut,
                views.values().stream().mapToInt(HeaderView::onlyCxx).max().orElse(0),
                changed && text.recipe().isPresent() && !text.unfilled() ? changes(trial, old, made) : List.of(),
                List.copyOf(machines));
        Path reportFile = project.layout().work().resolve(REPORT);
        String reportText = report.text(trial.name());
        if (!request.check()) {
            write(trial, made, changed);
            ScratchFolder.write(reportFile, reportFile, reportText);
        }
        return new ImportResult(trial.file(), changed, report.summary(shown(reportFile)), reportText);
    }

    /** The functions that macros hide. A new preamble takes the macros away; an author's stays as it is. */
    private static Set<String> hidden(CdefTrial trial, Map<Platform, HeaderView> views, Filters filters)
            throws IOException {
        Set<String> hidden = new TreeSet<>();
        views.values().forEach(view -> hidden.addAll(HidingMacros.in(view)));
        hidden.removeIf(filters.functions().negate());
        if (trial.newPreamble().isEmpty()) {
            return hidden;
        }
        Files.writeString(trial.preamble(), Files.readString(trial.preamble()) + HidingMacros.undefined(hidden));
        return Set.of();
    }

    private String shown(Path file) {
        Path base = project.layout().base();
        return file.startsWith(base) ? base.relativize(file).toString() : file.toString();
    }

    private static List<String> changes(CdefTrial trial, String old, String made) {
        try {
            return ApiChanges.between(trial.parse(old), trial.parse(made));
        } catch (CdefException brokenBefore) {
            return List.of();
        }
    }

    private void write(CdefTrial trial, String made, boolean changed) throws IOException {
        Optional<Path> preamble = trial.newPreamble();
        if (preamble.isPresent()) {
            ScratchFolder.write(preamble.get(), preamble.get(), Files.readString(trial.preamble()));
        }
        if (changed) {
            ScratchFolder.write(trial.file(), trial.file(), made);
        }
    }

    /**
     * @param machines the notes about headers in folders of one machine are added
     */
    private Map<Platform, HeaderView> read(CdefTrial trial, ImportRecipe recipe, Set<String> machines)
            throws IOException, InterruptedException, ImportException, CompilationException {
        HeaderReader reader = new HeaderReader(trial.compiler());
        WantedFiles wanted = new WantedFiles(recipe, trial::isOwnHeader);
        Map<Platform, Set<String>> files = new EnumMap<>(Platform.class);
        String preamble = trial.preamble().getFileName().toString();
        String suffix = preamble.substring(preamble.lastIndexOf('.'));
        String include = "#include \"" + preamble + "\"\n";
        Map<Platform, HeaderReader.Answer> preprocessed = trial.onAll(platform -> {
            Path source = trial.scratch(platform, ".header" + suffix);
            Files.writeString(source, include);
            return reader.preprocess(
                    trial.unit(platform, source),
                    trial.scratch(platform, ".preprocessed"),
                    read -> note(platform, read, files, wanted));
        });
        Map<String, Platform> first = new LinkedHashMap<>();
        Map<Platform, Platform> readers = new EnumMap<>(Platform.class);
        Map<Platform, HeaderReader.Answer> answers = new EnumMap<>(Platform.class);
        preprocessed.forEach((platform, answer) -> {
            if (answer instanceof HeaderReader.Answer.Preprocessed headers) {
                readers.put(platform, first.computeIfAbsent(headers.likeness(), unseen -> platform));
            } else {
                answers.put(platform, answer);
            }
        });
        answers.putAll(trial.on(
                List.copyOf(first.values()),
                platform -> reader.read(
                        (HeaderReader.Answer.Preprocessed) preprocessed.get(platform),
                        include,
                        trial.scratch(platform, ".macros" + suffix))));
        Map<Platform, String> refused = new EnumMap<>(Platform.class);
        List<CompiledUnit.Failed> unread = new ArrayList<>();
        Map<Platform, HeaderView> views = new EnumMap<>(Platform.class);
        preprocessed.keySet().forEach(platform -> {
            HeaderReader.Answer answer = answers.get(readers.getOrDefault(platform, platform));
            if (answer instanceof HeaderReader.Answer.Read read) {
                views.put(platform, read.view());
            } else if (answer instanceof HeaderReader.Answer.Refused no) {
                refused.put(platform, no.output());
                unread.add(new CompiledUnit.Failed(no.unit(), no.output()));
            }
        });
        if (!refused.isEmpty()) {
            String message =
                    RefusedHeader.message(recipe, refused, project.platforms().size());
            if (message.isEmpty()) {
                throw trial.refused(unread);
            }
            throw new ImportException(message);
        }
        for (String header : recipe.headers()) {
            if (files.values().stream().flatMap(Set::stream).noneMatch(file -> WantedFiles.isHeader(file, header))) {
                throw new ImportException(trial.preamble().getFileName() + ": does not include " + header
                        + "\n  fix: write '#include \"" + header + "\"' into it");
            }
        }
        if (project.platforms().size() > 1) {
            files.values().stream()
                    .flatMap(Set::stream)
                    .filter(file -> !trial.isOwnHeader(file))
                    .flatMap(file -> WantedFiles.machine(file).stream())
                    .forEach(machines::add);
        }
        return views;
    }

    private static Predicate<String> note(
            Platform platform, Set<String> read, Map<Platform, Set<String>> files, WantedFiles wanted) {
        synchronized (files) {
            files.put(platform, new LinkedHashSet<>(read));
        }
        return wanted.of(read);
    }

    /** The names of files as people include them. */
    private static Map<String, String> headings(
            ImportRecipe recipe, Map<Platform, HeaderView> views, List<MergedItem> items) {
        Set<String> files = new LinkedHashSet<>();
        items.forEach(item -> files.add(item.first().file()));
        files.remove("");
        Set<String> roots = new LinkedHashSet<>();
        for (String header : recipe.headers()) {
            String found = WantedFiles.find(header, files);
            if (found.endsWith("/" + header)) {
                roots.add(found.substring(0, found.length() - header.length()));
            }
        }
        Map<String, String> headings = new LinkedHashMap<>();
        for (String file : files) {
            String name = file.substring(file.lastIndexOf('/') + 1);
            for (String root : roots) {
                name = file.startsWith(root) ? file.substring(root.length()) : name;
            }
            headings.put(file, name);
        }
        return headings;
    }

    /** Takes out what the compilers refute, until they have nothing against the rest. */
    private String prove(
            CdefTrial trial, CdefText text, ImportRecipe recipe, Refutations refutations, Map<String, String> headings)
            throws IOException, InterruptedException, CdefException, PreambleException, CompilationException,
                    ImportException {
        for (int round = 0; round < MAX_ROUNDS; round++) {
            SectionWriter writer = new SectionWriter(project.platforms(), refutations.reasons());
            String section = writer.write(refutations.items(), headings);
            String made = text.with(recipe.line(), section);
            try {
                trial.check(made);
                return made;
            } catch (TooLargeException e) {
                throw new ImportException(
                        trial.name() + ": " + e.diagnostics().get(0).message()
                                + "\n  fix: import less of the header, by 'functions', 'constants' or 'from', or into several cdefs");
            } catch (CdefException e) {
                if (!refutations.take(e, trial.name(), text.offset(recipe.line()), writer.stretches())) {
                    throw e;
                }
            }
        }
        throw new ImportException(trial.name() + ": the compilers refuse more and more of the imported declarations;"
                + " fix: import less of the header, by 'functions' or 'from'");
    }
}
