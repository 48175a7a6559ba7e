package io.github.cffi4j.compiler.project;

import io.github.cffi4j.compiler.compile.CompileOptions;
import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.compiler.compile.Toolchain;
import io.github.cffi4j.compiler.emit.SystemRequirements;
import io.github.cffi4j.compiler.fetch.Progress;
import io.github.cffi4j.compiler.fetch.UserCache;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.compiler.trace.Trace;
import io.github.cffi4j.compiler.zig.Zig;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A module with cdefs: everything the three steps need to know. Immutable.
 *
 * @param library the name of the native library, without prefix and suffix
 * @param layout where its files are
 * @param platforms the platforms the library is for; constants are compared over all of them
 * @param built those to build libraries for in this run
 * @param settings the author's compiler and linker settings, by platform
 * @param dependencies what the module is compiled against, asked only when a cdef includes another module's
 * @param compiler gives zig; asked only when something has to be compiled or checked
 * @param cache what the user's builds share
 * @param runner runs programs
 * @param threads how many programs run at once, over all modules that are built in this JVM
 * @param options how compiling and linking is done
 * @param progress where lines for the waiting user go
 * @param trace where the time is noted
 * @param mode whether the cdefs are bound by C of the module's own
 * @param requirements what a module without C asks of the user's library
 */
public record FfiProject(
        String library,
        ProjectLayout layout,
        List<Platform> platforms,
        Set<Platform> built,
        Map<Platform, CompilerSettings> settings,
        ClassPath dependencies,
        ZigSupplier compiler,
        UserCache cache,
        ProcessRunner runner,
        int threads,
        CompileOptions options,
        Progress progress,
        Trace trace,
        BindingMode mode,
        SystemRequirements requirements) {

    public FfiProject {
        platforms = List.copyOf(platforms);
        built = Set.copyOf(built);
        settings = Map.copyOf(settings);
    }

    /**
     * Returns a module with settings that need nothing: all its platforms are built, on all processors, in silence, by C of its own. Add
     * zig and a cache before anything is compiled.
     */
    public static FfiProject of(String library, ProjectLayout layout, List<Platform> platforms) {
        return new FfiProject(
                library,
                layout,
                platforms,
                Set.copyOf(platforms),
                Map.of(),
                List::of,
                () -> {
                    throw new IllegalStateException("this project has no compiler: FfiProject.withCompiler");
                },
                new UserCache(layout.work().resolve("cache")),
                ProcessRunner.system(),
                Runtime.getRuntime().availableProcessors(),
                CompileOptions.usual(),
                Progress.silent(),
                new Trace(),
                BindingMode.API,
                SystemRequirements.none());
    }

    /** Returns the module with its files in other places. */
    public FfiProject withLayout(ProjectLayout other) {
        return with(parts -> parts.layout = other);
    }

    /** Returns the module for other platforms. */
    public FfiProject withPlatforms(List<Platform> other) {
        return with(parts -> parts.platforms = other);
    }

    /** Returns the module with other platforms to build in this run. */
    public FfiProject withBuilt(Set<Platform> other) {
        return with(parts -> parts.built = other);
    }

    /** Returns the module with other settings of its author. */
    public FfiProject withSettings(Map<Platform, CompilerSettings> other) {
        return with(parts -> parts.settings = other);
    }

    /** Returns the module compiled against other jars and class folders. */
    public FfiProject withDependencies(ClassPath other) {
        return with(parts -> parts.dependencies = other);
    }

    /** Returns the module built by another zig. */
    public FfiProject withCompiler(ZigSupplier other) {
        return with(parts -> parts.compiler = other);
    }

    /** Returns the module with another cache. */
    public FfiProject withCache(UserCache other) {
        return with(parts -> parts.cache = other);
    }

    /** Returns the module with programs run by another runner. */
    public FfiProject withRunner(ProcessRunner other) {
        return with(parts -> parts.runner = other);
    }

    /** Returns the module with another number of programs that run at once. */
    public FfiProject withThreads(int other) {
        return with(parts -> parts.threads = other);
    }

    /** Returns the module compiled and linked in another way. */
    public FfiProject withOptions(CompileOptions other) {
        return with(parts -> parts.options = other);
    }

    /** Returns the module with progress told elsewhere. */
    public FfiProject withProgress(Progress other) {
        return with(parts -> parts.progress = other);
    }

    /** Returns the module with its times noted elsewhere. */
    public FfiProject withTrace(Trace other) {
        return with(parts -> parts.trace = other);
    }

    /** Returns the module in another mode. */
    public FfiProject in(BindingMode other) {
        return with(parts -> parts.mode = other);
    }

    /** Returns the module with other demands on the user's library. */
    public FfiProject requiring(SystemRequirements other) {
        return with(parts -> parts.requirements = other);
    }

    private FfiProject with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.project();
    }

    /** The parts of a module while one of them changes. */
    private static final class Parts {
        private final String library;
        private ProjectLayout layout;
        private List<Platform> platforms;
        private Set<Platform> built;
        private Map<Platform, CompilerSettings> settings;
        private ClassPath dependencies;
        private ZigSupplier compiler;
        private UserCache cache;
        private ProcessRunner runner;
        private int threads;
        private CompileOptions options;
        private Progress progress;
        private Trace trace;
        private BindingMode mode;
        private SystemRequirements requirements;

        private Parts(FfiProject from) {
            library = from.library;
            layout = from.layout;
            platforms = from.platforms;
            built = from.built;
            settings = from.settings;
            dependencies = from.dependencies;
            compiler = from.compiler;
            cache = from.cache;
            runner = from.runner;
            threads = from.threads;
            options = from.options;
            progress = from.progress;
            trace = from.trace;
            mode = from.mode;
            requirements = from.requirements;
        }

        private FfiProject project() {
            return new FfiProject(
                    library,
                    layout,
                    platforms,
                    built,
                    settings,
                    dependencies,
                    compiler,
                    cache,
                    runner,
                    threads,
                    options,
                    progress,
                    trace,
                    mode,
                    requirements);
        }
    }

    /** Returns the names of the libraries of the user's system, by platform: several are separated by commas. */
    public Map<Platform, String> systemLibraries() {
        Map<Platform, String> names = new EnumMap<>(Platform.class);
        settings.forEach((platform, own) -> own.systemLibrary().ifPresent(name -> names.put(platform, name)));
        return names;
    }

    /** Returns the platforms whose compilers check the cdefs in this run, in their order. */
    public List<Platform> asked() {
        return platforms.stream().filter(built::contains).toList();
    }

    /** Finds or fetches the jars and class folders that a module is compiled against. */
    @FunctionalInterface
    public interface ClassPath {
        List<Path> entries() throws IOException;
    }

    /** Finds or fetches zig. */
    @FunctionalInterface
    public interface ZigSupplier {
        Zig get() throws IOException, InterruptedException;
    }

    /** The generated classes, by their full names. */
    public List<String> bindings() throws IOException {
        return CdefFile.find(layout.cdefs()).stream().map(CdefFile::binaryName).toList();
    }

    /** Finds or fetches zig, and puts together what compiling needs. */
    public Toolchain toolchain() throws IOException, InterruptedException {
        Trace.Running time = trace.start("find zig", "zig");
        Zig zig = compiler.get();
        time.done();
        return new Toolchain(zig, cache, options, runner.limitedTo(threads), progress, trace);
    }
}
