package io.github.cffi4j.compiler.project;

import io.github.cffi4j.audit.jni.JniNames;
import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.CdefParser;
import io.github.cffi4j.compiler.compile.BuildRecord;
import io.github.cffi4j.compiler.compile.CompileUnit;
import io.github.cffi4j.compiler.compile.CompiledUnit;
import io.github.cffi4j.compiler.compile.HashedFile;
import io.github.cffi4j.compiler.compile.PluginBuild;
import io.github.cffi4j.compiler.compile.UnitCompiler;
import io.github.cffi4j.compiler.emit.JavaEmitter;
import io.github.cffi4j.compiler.emit.JavaTexts;
import io.github.cffi4j.compiler.emit.SymbolSource;
import io.github.cffi4j.compiler.emit.SystemReachability;
import io.github.cffi4j.compiler.trace.Trace;
import io.github.cffi4j.compiler.verify.PreambleException;
import io.github.cffi4j.compiler.verify.VerifiedBinding;
import io.github.cffi4j.platform.Platform;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * The generation of one binding. Where nothing changed, the cdef is not even read: loading and running the parser and the
 * emitters is most of what a build without work would cost.
 */
final class CdefBuild {
    private final FfiProject project;
    private final List<CdefFile> all;
    private final CdefFile cdef;
    private final GeneratedPaths paths;
    private final CdefReader reader;
    private final UnitCompiler compiler;
    private final Map<Platform, Path> sources = new EnumMap<>(Platform.class);
    private final List<CompletableFuture<CompiledUnit>> probes = new ArrayList<>();
    private CdefBinding binding;
    private Workers workers;
    private CdefException broken;

    /**
     * @param all the cdefs of the module
     */
    CdefBuild(FfiProject project, List<CdefFile> all, CdefFile cdef, CdefReader reader, UnitCompiler compiler) {
        this.project = project;
        this.all = all;
        this.cdef = cdef;
        this.paths = GeneratedPaths.of(cdef);
        this.reader = reader;
        this.compiler = compiler;
    }

    /** Has the compilers asked; what is wrong with the cdef itself is kept for {@link #finish}. */
    void start(Workers pool) throws IOException {
        workers = pool;
        Optional<BuildRecord> made = current();
        if (made.isPresent()) {
            Iterator<String> names = List.of(made.get().note().split(" ")).iterator();
            project.asked()
                    .forEach(platform ->
                            sources.put(platform, project.layout().probes().resolve(names.next())));
        } else {
            try {
                binding = reader.read(cdef);
            } catch (CdefException e) {
                broken = e;
                return;
            }
            GeneratedFolder probeFolder = new GeneratedFolder(project.layout().probes());
            sources.putAll(binding.writeProbes(probeFolder, cdef));
        }
        for (Platform platform : project.asked()) {
            CompileUnit unit = new CompileUnit(
                    platform,
                    UnitSettings.forProbe(
                            project, platform, cdef.language(), cdef.path().getParent()),
                    project.layout().base(),
                    sources.get(platform),
                    object(platform));
            probes.add(workers.start(() -> compiler.compile(unit)));
        }
    }

    /** Waits for the compilers, and writes nothing. */
    void check() throws IOException, InterruptedException, CdefException, PreambleException, CompilationException {
        List<CompiledUnit> answers = answers();
        if (binding == null) {
            binding = reader.read(cdef);
        }
        binding.judge(answers, compiler.toolchain().zig().libDirectory());
    }

    private List<CompiledUnit> answers() throws IOException, InterruptedException, CdefException, CompilationException {
        if (broken != null) {
            throw broken;
        }
        List<CompiledUnit> answers = Workers.await(probes);
        CompilationException.throwIfUnread(answers, compiler.toolchain().zig().libDirectory());
        return answers;
    }

    /** Writes what is generated, if anything it depends on has changed. */
    void finish(GeneratedFolders folders)
            throws IOException, InterruptedException, CdefException, PreambleException, CompilationException {
        List<CompiledUnit> answers = answers();
        // Where a compiler refuses, the object of before is still there.
        boolean confirmed = answers.stream().allMatch(CompiledUnit.Compiled.class::isInstance);
        if (confirmed && current().isPresent()) {
            folders.java().keep(paths.java());
            folders.java().keep(paths.plumbing());
            if (project.mode() == BindingMode.ABI) {
                folders.symbols().keep(paths.symbols());
            } else {
                folders.glue().keep(paths.glue());
            }
            folders.metadata().keep(paths.metadata());
        } else {
            write(answers, folders);
        }
        folders.cdefs().write(cdef.includePath(), cdef.text());
    }

    private void write(List<CompiledUnit> answers, GeneratedFolders folders)
            throws IOException, InterruptedException, CdefException, PreambleException {
        if (binding == null) {
            binding = reader.read(cdef);
        }
        Trace.Running time = project.trace().start("write Java and C", cdef.name());
        VerifiedBinding verified =
                binding.judge(answers, compiler.toolchain().zig().libDirectory());
        if (project.mode() == BindingMode.ABI) {
            writeWithoutGlue(verified, folders);
        } else {
            binding.write(verified, folders, paths);
        }
        Optional<List<HashedFile>> inputs = compiler.hashes().of(inputs());
        // The content of another module's jar is not noted, so such a cdef is read in each build.
        if (inputs.isPresent() && !binding.foreign()) {
            BuildRecord.write(record(), java(), command(), probeNames(), inputs.get());
        }
        time.done();
    }

    /** The compilers are asked again, now for the values that the claims stand for and for the true names. */
    private void writeWithoutGlue(VerifiedBinding verified, GeneratedFolders folders)
            throws IOException, InterruptedException, CdefException {
        SymbolSource source = SymbolSource.of(verified, binding.preamble());
        GeneratedFolder probes = new GeneratedFolder(project.layout().probes());
        Path text = probes.write(cdef.probeName(".symbols"), source.text());
        List<CompletableFuture<CompiledUnit>> units = new ArrayList<>();
        for (Platform platform : project.asked()) {
            Path object = project.layout().objects(platform).resolve("symbols-" + cdef.binaryName() + ".o");
            CompileUnit unit = new CompileUnit(
                    platform,
                    UnitSettings.forProbe(
                            project, platform, cdef.language(), cdef.path().getParent()),
                    project.layout().base(),
                    text,
                    object);
            units.add(workers.start(() -> compiler.compile(unit)));
        }
        SymbolTables tables = new SymbolTables(source);
        List<CompiledUnit> answers = Workers.await(units);
        for (int i = 0; i < answers.size(); i++) {
            tables.add(project.asked().get(i), answers.get(i));
        }
        tables.throwIfAny();
        JavaTexts java = JavaEmitter.emitWithoutGlue(
                verified, project.library(), project.requirements().of(project.systemLibraries()), tables.texts());
        folders.java().write(paths.java(), java.api());
        folders.java().write(paths.plumbing(), java.plumbing());
        folders.symbols().write(paths.symbols(), tables.text(project.systemLibraries()));
        String table = project.layout()
                .classes()
                .relativize(project.layout().symbols().resolve(paths.symbols()))
                .toString()
                .replace(File.separatorChar, '/');
        folders.metadata().write(paths.metadata(), new SystemReachability(verified).text(table, tables.values()));
    }

    /** Returns the note if all generated files are there, from this cdef and from what the compilers said of it. */
    private Optional<BuildRecord> current() throws IOException {
        return BuildRecord.current(record(), java(), command(), compiler.hashes());
    }

    /** Which probe each platform's compiler was asked, for the build that does not read the cdef. */
    private String probeNames() {
        return project.asked().stream()
                .map(platform -> sources.get(platform).getFileName().toString())
                .collect(Collectors.joining(" "));
    }

    private List<Path> inputs() {
        List<Path> inputs =
                new ArrayList<>(List.of(cdef.path(), project.layout().java().resolve(paths.plumbing())));
        if (project.mode() == BindingMode.ABI) {
            inputs.add(project.layout().symbols().resolve(paths.symbols()));
        } else {
            inputs.add(project.layout().glue().resolve(paths.glue()));
        }
        inputs.add(project.layout().metadata().resolve(paths.metadata()));
        sources.values().stream().distinct().forEach(inputs::add);
        inputs.addAll(binding.included());
        project.asked().forEach(platform -> inputs.add(object(platform)));
        return inputs;
    }

    private String command() {
        return String.join(
                "\n",
                PluginBuild.identity(CdefParser.class, JniNames.class, Platform.class),
                compiler.toolchain().zig().version(),
                project.library(),
                project.mode() + " " + project.systemLibraries() + " " + project.requirements(),
                project.platforms().toString(),
                project.asked().toString(),
                cdef.preamble().toString(),
                // A new one may be found before the one that was included so far.
                all.stream().map(CdefFile::includePath).collect(Collectors.joining(" ")));
    }

    private Path record() {
        return project.layout().probes().resolve(cdef.binaryName() + ".made");
    }

    private Path java() {
        return project.layout().java().resolve(paths.java());
    }

    private Path object(Platform platform) {
        return project.layout().objects(platform).resolve("probe-" + cdef.binaryName() + ".o");
    }
}
