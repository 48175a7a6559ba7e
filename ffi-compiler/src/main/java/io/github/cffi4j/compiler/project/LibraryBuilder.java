package io.github.cffi4j.compiler.project;

import io.github.cffi4j.compiler.compile.CompileUnit;
import io.github.cffi4j.compiler.compile.CompiledUnit;
import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.compiler.compile.Exports;
import io.github.cffi4j.compiler.compile.LinkedLibrary;
import io.github.cffi4j.compiler.compile.Linker;
import io.github.cffi4j.compiler.compile.SourceLanguage;
import io.github.cffi4j.compiler.compile.SystemLibrary;
import io.github.cffi4j.compiler.compile.UnitCompiler;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The second step: generated and written C to one library per platform. */
public final class LibraryBuilder {
    private final FfiProject project;
    private final SourceWarnings warnings;

    public LibraryBuilder(FfiProject project) {
        this.project = project;
        this.warnings = new SourceWarnings(project.layout().base());
    }

    /** Returns the warnings of the compilers about all that {@link #build} compiled, one a line. */
    public List<String> warnings() {
        return warnings.lines(project.built());
    }

    /**
     * Builds the libraries. All sources of all platforms share one pool of threads; a library is linked as soon as its
     * objects are there.
     *
     * @param finished told of each library in the order of the platforms, as soon as it and those before it are done
     * @return the libraries; none if there is no C
     * @throws CompilationException if a source does not compile
     */
    public List<BuiltLibrary> build(Consumer<BuiltLibrary> finished)
            throws IOException, InterruptedException, CompilationException {
        List<SourceFile> sources = SourceFile.find(project.layout());
        if (sources.isEmpty()) {
            return List.of();
        }
        requireFiles(sources);
        JniHeader.write(project.layout());
        List<BuiltLibrary> built = new ArrayList<>();
        List<CompiledUnit.Failed> failures = new ArrayList<>();
        try (UnitCompiler compiler = new UnitCompiler(project.toolchain());
                Workers workers = new Workers(project.threads())) {
            // A library without glue is bound by names that only its author knows.
            boolean glue = sources.stream().anyMatch(SourceFile::glue);
            Linker linker = new Linker(compiler, glue ? Exports.ENTRIES : Exports.AS_COMPILED);
            List<PlatformBuild> builds = project.platforms().stream()
                    .filter(project.built()::contains)
                    .map(platform -> new PlatformBuild(platform, sources, compiler, linker, workers))
                    .toList();
            for (PlatformBuild build : builds) {
                List<CompiledUnit.Failed> failed = build.failures();
                build.compiled().forEach(unit -> warnings.add(build.platform, unit));
                failures.addAll(failed);
                if (failed.isEmpty() && failures.isEmpty()) {
                    BuiltLibrary library = build.library();
                    built.add(library);
                    finished.accept(library);
                }
            }
        }
        if (!failures.isEmpty()) {
            throw new CompilationException(failures, project.compiler().get().libDirectory());
        }
        return built;
    }

    /** Flags for a file that there is not are those of a mistyped name, or of a file that has moved. */
    private void requireFiles(List<SourceFile> sources) {
        List<Path> own = sources.stream()
                .filter(source -> !source.glue())
                .map(SourceFile::relative)
                .toList();
        project.settings().values().stream()
                .flatMap(settings -> settings.sourceFlags().files().stream())
                .filter(flags -> own.stream().noneMatch(flags::match))
                .findFirst()
                .ifPresent(flags -> {
                    throw new WrongSettingException("<fileFlags>: no source that is compiled is '" + flags.files()
                            + "'; fix: correct the pattern, which starts at a folder of sources or of an archive");
                });
    }

    /** Files among the sources that people would expect to be compiled, and that are not. */
    public List<Path> leftOut() throws IOException {
        return SourceFile.leftOut(project.layout());
    }

    /** The ends of the names of the sources that are compiled. */
    public static List<String> suffixes() {
        return Arrays.stream(SourceLanguage.values())
                .flatMap(language -> language.suffixes().stream())
                .toList();
    }

    /** The tasks of one platform. */
    private final class PlatformBuild {
        private final List<CompletableFuture<CompiledUnit>> units = new ArrayList<>();
        private final CompletableFuture<BuiltLibrary> library;
        private final AtomicLong started = new AtomicLong();
        private final SourceLanguage language;
        private final Platform platform;
        private final List<SourceFile> sources;

        PlatformBuild(
                Platform platform, List<SourceFile> sources, UnitCompiler compiler, Linker linker, Workers workers) {
            this.platform = platform;
            this.sources = sources;
            language = sources.stream().anyMatch(SourceFile::cpp) ? SourceLanguage.CPP : SourceLanguage.C;
            for (SourceFile source : sources) {
                CompileUnit unit = new CompileUnit(
                        platform,
                        source.settings(project, platform),
                        project.layout().base(),
                        source.path(),
                        project.layout().objects(platform).resolve(source.objectName()));
                units.add(workers.start(() -> {
                    started.compareAndSet(0, System.nanoTime());
                    return compiler.compile(unit);
                }));
            }
            library = workers.startAfter(units, () -> failures().isEmpty() ? link(platform, linker) : null);
        }

        List<CompiledUnit.Failed> failures() throws IOException, InterruptedException {
            List<CompiledUnit.Failed> failed = new ArrayList<>();
            for (CompiledUnit unit : Workers.await(units)) {
                if (unit instanceof CompiledUnit.Failed failure) {
                    failed.add(failure);
                }
            }
            return failed;
        }

        List<CompiledUnit.Compiled> compiled() throws IOException, InterruptedException {
            return Workers.await(units).stream()
                    .filter(CompiledUnit.Compiled.class::isInstance)
                    .map(CompiledUnit.Compiled.class::cast)
                    .toList();
        }

        BuiltLibrary library() throws IOException, InterruptedException {
            return Workers.await(library);
        }

        private BuiltLibrary link(Platform platform, Linker linker) throws IOException, InterruptedException {
            List<Path> objects = new ArrayList<>();
            boolean compiled = false;
            for (CompiledUnit unit : Workers.await(units)) {
                CompiledUnit.Compiled object = (CompiledUnit.Compiled) unit;
                objects.add(object.object());
                compiled |= object.fresh();
            }
            CompilerSettings settings = project.settings().getOrDefault(platform, CompilerSettings.none());
            LinkedLibrary linked = linker.link(
                    platform,
                    language,
                    settings,
                    objects,
                    system(settings, objects),
                    project.layout().library(platform, project.library()));
            return new BuiltLibrary(
                    linked, compiled || linked.fresh(), Duration.ofNanos(System.nanoTime() - started.get()));
        }

        /** Only generated code asks for what is not here: anything else that a link lacks is a mistake. */
        private Optional<SystemLibrary> system(CompilerSettings settings, List<Path> objects) throws IOException {
            if (settings.systemLibrary().isEmpty()) {
                return Optional.empty();
            }
            List<Path> used = IntStream.range(0, objects.size())
                    .filter(i -> sources.get(i).glue())
                    .mapToObj(objects::get)
                    .toList();
            return Optional.of(new SystemLibrary(
                    settings.systemLibrary().get(),
                    used,
                    CdefVariables.functions(project, platform),
                    CdefVariables.of(project, platform)));
        }
    }
}
