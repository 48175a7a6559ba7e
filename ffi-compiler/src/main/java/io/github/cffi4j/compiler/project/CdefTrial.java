package io.github.cffi4j.compiler.project;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.CdefParser;
import io.github.cffi4j.cdef.ConditionalCdef;
import io.github.cffi4j.cdef.Diagnostic;
import io.github.cffi4j.cdef.SourceText;
import io.github.cffi4j.compiler.compile.CompileUnit;
import io.github.cffi4j.compiler.compile.CompiledUnit;
import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.compiler.compile.UnitCompiler;
import io.github.cffi4j.compiler.emit.SupportHeaders;
import io.github.cffi4j.compiler.emit.SymbolSource;
import io.github.cffi4j.compiler.emit.crossing.GlueNeeds;
import io.github.cffi4j.compiler.fetch.Progress;
import io.github.cffi4j.compiler.naming.NamedBinding;
import io.github.cffi4j.compiler.verify.BindingVerifier;
import io.github.cffi4j.compiler.verify.PreambleException;
import io.github.cffi4j.compiler.verify.VerifiedBinding;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * A cdef that is being made: its text is tried on all platforms of the module before it is written. Nothing of the module is
 * changed by trying.
 */
public final class CdefTrial implements AutoCloseable {
    private static final String SUFFIX = ".cdef";

    private final FfiProject project;
    private final Path file;
    private final CdefFile cdef;
    private final boolean newPreamble;
    private final UnitCompiler compiler;
    private final Workers workers;

    private CdefTrial(FfiProject project, Path file, CdefFile cdef, boolean newPreamble)
            throws IOException, InterruptedException {
        this.project = project;
        this.file = file;
        this.cdef = cdef;
        this.newPreamble = newPreamble;
        this.compiler = new UnitCompiler(project.toolchain());
        this.workers = new Workers(project.threads());
    }

    /**
     * Starts to try a cdef, which need not be there.
     *
     * @param to its path below the folder of cdefs, with or without the suffix, or the name of its class
     * @param preamble what its preamble says if it has none
     * @throws IllegalArgumentException if no cdef can have that name
     */
    public static CdefTrial of(FfiProject project, String to, String preamble)
            throws IOException, InterruptedException {
        String path = path(to);
        Path file = project.layout().cdefs().resolve(path + SUFFIX);
        int slash = path.lastIndexOf('/');
        String className = path.substring(slash + 1);
        String packageName = slash < 0 ? "" : path.substring(0, slash).replace('/', '.');
        CdefNames.require(file, "class", className);
        for (String part : packageName.isEmpty() ? List.<String>of() : List.of(packageName.split("\\."))) {
            CdefNames.require(file, "package", part);
        }
        List<Path> beside = Files.isDirectory(file.getParent()) ? SourceTree.files(file.getParent()) : List.of();
        Optional<Path> known = Preambles.of(file, className, beside);
        Path scratch = scratch(project);
        if (known.isEmpty()) {
            Path made = scratch.resolve(path + ".c");
            Files.createDirectories(made.getParent());
            Files.writeString(made, preamble);
            known = Optional.of(made);
            return new CdefTrial(project, file, new CdefFile(file, packageName, className, known), true);
        }
        return new CdefTrial(project, file, new CdefFile(file, packageName, className, known), false);
    }

    private static Path scratch(FfiProject project) {
        return project.layout().work().resolve("import");
    }

    private static String path(String to) {
        String path = to.replace('\\', '/');
        if (path.endsWith(SUFFIX)) {
            path = path.substring(0, path.length() - SUFFIX.length());
        }
        return path.contains("/") ? path : path.replace('.', '/');
    }

    /** The paths of all cdefs of a module, as {@link #of} takes them. */
    public static List<String> all(FfiProject project) throws IOException {
        return CdefFile.find(project.layout().cdefs()).stream()
                .map(CdefFile::includePath)
                .toList();
    }

    /** The cdef's file. */
    public Path file() {
        return file;
    }

    /** The name of the cdef's file. */
    public String name() {
        return cdef.name();
    }

    /** The C that includes the headers. */
    public Path preamble() {
        return cdef.preamble().orElseThrow();
    }

    /** Returns the place for a new preamble; nothing if the author has one. */
    public Optional<Path> newPreamble() {
        return newPreamble ? Optional.of(file.resolveSibling(cdef.className() + ".c")) : Optional.empty();
    }

    /** A file for the use of one platform. */
    public Path scratch(Platform platform, String name) throws IOException {
        Path folder = Files.createDirectories(scratch(project).resolve(platform.classifier()));
        return folder.resolve(cdef.binaryName() + name);
    }

    /** The compiler of all platforms. */
    public UnitCompiler compiler() {
        return compiler;
    }

    /** Returns true if zig has the header, for each platform another one. */
    public boolean isOwnHeader(String file) {
        return file.startsWith(compiler.toolchain().zig().libDirectory().toString());
    }

    /** A source for a platform, compiled as the probe is. */
    public CompileUnit unit(Platform platform, Path source) throws IOException {
        CompilerSettings settings = UnitSettings.forProbe(project, platform, cdef.language(), file.getParent());
        return new CompileUnit(
                platform,
                settings.compiling(List.of("-iquote" + preamble().getParent())),
                project.layout().base(),
                source,
                scratch(platform, ".o"));
    }

    /** Something to do for a platform. */
    @FunctionalInterface
    public interface Task<R> {
        R run(Platform platform) throws IOException, InterruptedException;
    }

    /** Does it for all platforms of the module, side by side. */
    public <R> Map<Platform, R> onAll(Task<R> task) throws IOException, InterruptedException {
        return on(project.platforms(), task);
    }

    /** Does it for some platforms, side by side. */
    public <R> Map<Platform, R> on(List<Platform> platforms, Task<R> task) throws IOException, InterruptedException {
        List<CompletableFuture<R>> started = new ArrayList<>();
        for (Platform platform : platforms) {
            started.add(workers.start(() -> task.run(platform)));
        }
        List<R> results = Workers.await(started);
        Map<Platform, R> all = new EnumMap<>(Platform.class);
        for (int i = 0; i < results.size(); i++) {
            all.put(platforms.get(i), results.get(i));
        }
        return all;
    }

    /** Parses a text as that of the cdef. */
    public ConditionalCdef parse(String text) throws CdefException {
        return CdefParser.parse(
                new SourceText(cdef.name(), text),
                cdef.includePath(),
                new IncludableCdefs(project.layout().cdefs(), project.dependencies()),
                Set.copyOf(project.platforms()));
    }

    /**
     * Has all platforms' compilers check a text.
     *
     * @throws CdefException if it is broken, or claims what is not true somewhere
     * @throws PreambleException if the preamble does not compile
     */
    public void check(String text)
            throws IOException, InterruptedException, CdefException, PreambleException, CompilationException {
        BindingReader reader = new BindingReader(
                new IncludableCdefs(project.layout().cdefs(), project.dependencies()),
                Set.copyOf(project.platforms()),
                Progress.silent());
        Optional<String> preambleName =
                cdef.preamble().map(path -> path.getFileName().toString());
        NamedBinding read = reader.read(cdef, text);
        boolean abi = project.mode() == BindingMode.ABI;
        List<Diagnostic> refused = abi ? GlueNeeds.of(read.binding()) : List.of();
        if (!refused.isEmpty()) {
            throw new CdefException(refused);
        }
        BindingVerifier verifier = new BindingVerifier(read, preambleName);
        CdefBinding binding = new CdefBinding(project, verifier, preambleName, Set.of(), false);
        GeneratedFolder folder =
                new GeneratedFolder(Files.createDirectories(scratch(project).resolve("probe")));
        folder.write(SupportHeaders.PROBE, SupportHeaders.text(SupportHeaders.PROBE));
        Map<Platform, Path> sources = binding.writeProbes(folder, cdef);
        Map<Platform, CompiledUnit> answers =
                onAll(platform -> compiler.compile(unit(platform, sources.get(platform))));
        CompilationException.throwIfUnread(
                List.copyOf(answers.values()), compiler.toolchain().zig().libDirectory());
        VerifiedBinding verified =
                binding.judge(answers, compiler.toolchain().zig().libDirectory());
        if (abi) {
            checkSymbols(folder, SymbolSource.of(verified, preambleName));
        }
    }

    /** Has the compilers tell the true names of all that a library of the system has to export. */
    private void checkSymbols(GeneratedFolder folder, SymbolSource source)
            throws IOException, InterruptedException, CdefException {
        Path text = folder.write(cdef.probeName(".symbols"), source.text());
        Map<Platform, CompiledUnit> answers = onAll(platform -> compiler.compile(unit(platform, text)));
        SymbolTables tables = new SymbolTables(source);
        for (Map.Entry<Platform, CompiledUnit> answer : answers.entrySet()) {
            tables.add(answer.getKey(), answer.getValue());
        }
        tables.throwIfAny();
    }

    /**
     * The error of compilers that refuse what the author gave them.
     *
     * @param failures what they said
     */
    public CompilationException refused(List<CompiledUnit.Failed> failures) {
        return new CompilationException(failures, compiler.toolchain().zig().libDirectory());
    }

    @Override
    public void close() {
        workers.close();
        compiler.close();
    }
}
