package io.github.cffi4j.mojo;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.compiler.compile.CompileOptions;
import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.compiler.compile.DebugInfo;
import io.github.cffi4j.compiler.compile.LinkException;
import io.github.cffi4j.compiler.compile.LinkPolicy;
import io.github.cffi4j.compiler.compile.ScratchFolder;
import io.github.cffi4j.compiler.fetch.Downloader;
import io.github.cffi4j.compiler.fetch.FetchException;
import io.github.cffi4j.compiler.fetch.FetchedArchive;
import io.github.cffi4j.compiler.fetch.PackageClient;
import io.github.cffi4j.compiler.fetch.Progress;
import io.github.cffi4j.compiler.fetch.SourceArchiveFetcher;
import io.github.cffi4j.compiler.fetch.UserCache;
import io.github.cffi4j.compiler.importer.ImportException;
import io.github.cffi4j.compiler.module.FfiModule;
import io.github.cffi4j.compiler.module.FileTrouble;
import io.github.cffi4j.compiler.module.Folders;
import io.github.cffi4j.compiler.module.LibraryName;
import io.github.cffi4j.compiler.module.ModuleRelease;
import io.github.cffi4j.compiler.module.PlatformSelection;
import io.github.cffi4j.compiler.module.TimingReport;
import io.github.cffi4j.compiler.module.ZigLocator;
import io.github.cffi4j.compiler.module.ZigParameters;
import io.github.cffi4j.compiler.process.CommandNotFoundException;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.compiler.project.BindingMode;
import io.github.cffi4j.compiler.project.CompilationException;
import io.github.cffi4j.compiler.project.FfiProject;
import io.github.cffi4j.compiler.project.ProjectLayout;
import io.github.cffi4j.compiler.project.SourceRoot;
import io.github.cffi4j.compiler.sbom.PublishedModule;
import io.github.cffi4j.compiler.trace.ChromeTrace;
import io.github.cffi4j.compiler.trace.Trace;
import io.github.cffi4j.compiler.verify.PreambleException;
import io.github.cffi4j.compiler.zig.ZigNotFoundException;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.License;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;

/** The parameters all goals share, and what is made of them. */
abstract class AbstractFfiMojo extends AbstractMojo {
    private static final long BYTES_PER_MEGABYTE = 1_000_000;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    /** What all entries of the jars are dated; the same as in Maven's own reproducible builds. */
    @Parameter(defaultValue = "${project.build.outputTimestamp}")
    private String outputTimestamp;

    /** The name of the native library, without prefix and suffix. */
    @Parameter(property = "ffi.library", defaultValue = "${project.artifactId}")
    private String library;

    /** The root of the cdefs: {@code org/example/geo/Geo.cdef} below it becomes class {@code org.example.geo.Geo}. */
    @Parameter(defaultValue = "${project.basedir}/src/main/ffi")
    private File cdefDirectory;

    /**
     * Roots of C sources to compile in, {@code src/main/c} if none is given; a folder {@code include} in them is on the
     * include path. Each is a path, or has a {@code <directory>} with {@code <includes>}, {@code <excludes>} and {@code
     * <compile>}.
     */
    // No defaultValue: Maven splits one for a list at its commas, and a folder may have one in its name.
    @Parameter
    private List<SourceDirectory> sourceDirectories = List.of();

    /** C sources to fetch and compile in. */
    @Parameter
    private List<SourceArchiveParameter> sourceArchives = List.of();

    /** The classifiers of the platforms the library is for; all that there are if none is given. */
    @Parameter
    private List<String> platforms = List.of();

    /** Which of them to build this time, separated by commas; {@code host} is this machine's. All if none is given. */
    @Parameter(property = "ffi.platforms")
    private String only;

    /** Include folders, for all platforms. */
    @Parameter
    private List<File> includes = List.of();

    /** {@code NAME} or {@code NAME=VALUE}, for all platforms. */
    @Parameter
    private List<String> defines = List.of();

    /** Compiler flags, for all platforms and languages. */
    @Parameter
    private List<String> compilerFlags = List.of();

    /** Compiler flags for C alone, behind those for all languages. */
    @Parameter
    private List<String> cFlags = List.of();

    /** Compiler flags for C++ alone, behind those for all languages. */
    @Parameter
    private List<String> cxxFlags = List.of();

    /** Linker flags, for all platforms. */
    @Parameter
    private List<String> linkerFlags = List.of();

    /** System libraries to link, for all platforms. */
    @Parameter
    private List<String> libraries = List.of();

    /**
     * How the cdefs are bound: {@code api} compiles C for each platform; {@code abi} compiles none, calls a library of the
     * user's system, and needs Java 22 or later to run.
     */
    @Parameter(property = "ffi.mode", defaultValue = "api")
    private String mode;

    /**
     * A library of the user's system that the cdefs bind and the module does not bring along: for {@code <linux>}, {@code
     * <osx>}, {@code <windows>} or a classifier, the name by which the loader knows it ({@code libsqlite3.so.0}, {@code
     * /usr/lib/libsqlite3.dylib}, {@code winsqlite3.dll}). It need not be on the machine that builds. In mode {@code abi} several
     * names may be separated by commas; they are tried in this order.
     */
    @Parameter
    private Map<String, String> systemLibraries = Map.of();

    /**
     * Names of C that the libraries export besides the entries for Java, for other native code to find; {@code *} stands for
     * any characters. Everything else is hidden.
     */
    @Parameter
    private List<String> exports = List.of();

    /** The same for some platforms, behind those for all. */
    @Parameter
    private List<PlatformSettings> platformSettings = List.of();

    /** A zig to use: the program or its folder. */
    @Parameter(property = "ffi.zig")
    private File zig;

    /** The address below which zig's releases are, as {@code https://ziglang.org/download} has them. */
    @Parameter(property = "ffi.zig.mirror")
    private String zigMirror;

    /** An official zig archive or wheel in the build's repositories: {@code group:artifact:type[:classifier]:version}. */
    @Parameter(property = "ffi.zig.artifact")
    private String zigArtifact;

    /** Where the user's builds share what they fetched; the system's cache folder if none is given. */
    @Parameter(property = "ffi.cache.dir")
    private File cacheDirectory;

    /** How many compilers run at once; as many as there are processors if not given. */
    @Parameter(property = "ffi.threads", defaultValue = "0")
    private int threads;

    /**
     * How libraries are linked: {@code lean} takes a second, {@code full} has zig compile its whole run time first, and
     * {@code auto} is lean where that will do.
     */
    @Parameter(property = "ffi.link", defaultValue = "auto")
    private String link;

    /**
     * Builds for a debugger: not optimised, with symbols and debug information in the libraries. Such libraries are large, tell of the
     * machine they were built on, and cannot be released.
     */
    @Parameter(property = "ffi.debug", defaultValue = "false")
    private boolean debug;

    /**
     * Packs symbols and debug information of the libraries into a jar for each platform, with classifier
     * {@code <platform>-symbols}, on which nothing depends. The libraries are stripped as ever, and have a build id, a UUID or the
     * GUID of a PDB.
     */
    @Parameter(property = "ffi.symbols", defaultValue = "false")
    private boolean symbols;

    /** A program that runs the compiler, with its arguments: {@code ccache}, {@code sccache}. */
    @Parameter(property = "ffi.compilerLauncher")
    private String compilerLauncher;

    /** How many megabytes of object files all builds of this user may keep together; 0 for none. */
    @Parameter(property = "ffi.cache.megabytes", defaultValue = "1000")
    private long cacheMegabytes;

    /** Says where the time went, and writes {@code target/ffi/trace.json} for chrome://tracing. */
    @Parameter(property = "ffi.timings", defaultValue = "false")
    private boolean timings;

    /** Skips all goals. */
    @Parameter(property = "ffi.skip", defaultValue = "false")
    private boolean skip;

    @Inject
    private RepositorySystem repositorySystem;

    @Inject
    private ProjectDependenciesResolver dependenciesResolver;

    /** The goal itself. */
    abstract void run() throws Exception;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("skipped (ffi.skip)");
            return;
        }
        warnOfUnboundGoals();
        Trace trace = trace();
        Trace.Running time = trace.start("goal", getClass().getSimpleName());
        try {
            run();
            time.done();
            if (timings) {
                new TimingReport(trace.spans()).lines().forEach(getLog()::info);
                Path file = work().resolve("trace.json");
                ScratchFolder.write(file, file, ChromeTrace.json(trace.spans()));
                getLog().info("  on a time line: " + file);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("interrupted", e);
        } catch (CdefException | PreambleException | CompilationException | ImportException e) {
            throw new MojoFailureException("\n" + e.getMessage(), e);
        } catch (LinkException
                | FetchException
                | ZigNotFoundException
                | CommandNotFoundException
                | IllegalArgumentException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (FileSystemException e) {
            throw new MojoExecutionException(FileTrouble.explain(e), e);
        } catch (UncheckedIOException e) {
            throw new MojoExecutionException(
                    e.getCause() instanceof FileSystemException trouble
                            ? FileTrouble.explain(trouble)
                            : e.getCause().toString(),
                    e);
        } catch (Exception e) {
            throw new MojoExecutionException(e.toString(), e);
        }
    }

    /** Once for a module. A goal started by hand is no part of its build. */
    private void warnOfUnboundGoals() {
        Plugin bound = project.getPlugin(BoundGoals.PLUGIN);
        if (bound != null
                && execution.getSource() == MojoExecution.Source.LIFECYCLE
                && project.getContextValue(BoundGoals.class.getName()) == null) {
            project.setContextValue(BoundGoals.class.getName(), true);
            new BoundGoals(bound).warning().ifPresent(getLog()::warn);
        }
    }

    MavenProject mavenProject() {
        return project;
    }

    MavenSession mavenSession() {
        return session;
    }

    /** Names that the libraries export besides the entries for Java. */
    List<String> exports() {
        return exports;
    }

    String library() {
        return library;
    }

    /** The libraries of users' systems that the module needs. */
    final SystemLibraries systemLibraries() {
        return new SystemLibraries(systemLibraries, BindingMode.of(mode));
    }

    /** The module as the build sees it. Nothing is fetched by making it, but source archives. */
    FfiProject ffiProject() throws IOException, InterruptedException {
        ProcessRunner runner = ProcessRunner.system();
        Progress progress = getLog()::info;
        UserCache cache = cache();
        List<Platform> all = PlatformSelection.all(platforms);
        LibraryName.check(library);
        OneLibrary.check(project, library, cdefDirectory, sourceDirectories);
        return new FfiProject(
                        library,
                        layout(),
                        all,
                        PlatformSelection.only(only, all),
                        settings(all),
                        compileClassPath()::entries,
                        zigLocator()::locate,
                        cache,
                        runner,
                        threads > 0 ? threads : Runtime.getRuntime().availableProcessors(),
                        options(),
                        progress,
                        trace())
                .in(BindingMode.of(mode));
    }

    final CompileClassPath compileClassPath() {
        return new CompileClassPath(project, session, dependenciesResolver);
    }

    /** One for all goals of a module. */
    final Trace trace() {
        if (!(project.getContextValue(Trace.class.getName()) instanceof Trace)) {
            project.setContextValue(Trace.class.getName(), new Trace());
        }
        return (Trace) project.getContextValue(Trace.class.getName());
    }

    private CompileOptions options() {
        return new CompileOptions(
                LinkPolicy.of(link),
                compilerLauncher == null || compilerLauncher.isBlank()
                        ? List.of()
                        : List.of(compilerLauncher.strip().split("\\s+")),
                cacheMegabytes * BYTES_PER_MEGABYTE,
                debugInfo());
    }

    /** What a debugger finds; a debug build is wanted by whoever asks for both. */
    final DebugInfo debugInfo() {
        return debug ? DebugInfo.INSIDE : symbols ? DebugInfo.SEPARATE : DebugInfo.NONE;
    }

    /** The file of an artifact, {@code group:artifact[:type[:classifier]]:version}. */
    Path artifact(String coordinates) throws IOException {
        return new ArtifactFile(
                        repositorySystem, session.getRepositorySession(), project.getRemoteProjectRepositories())
                .resolve(coordinates);
    }

    /** The C sources that come from elsewhere; fetched now if need be. */
    List<FetchedArchive> fetchedArchives() throws IOException, InterruptedException {
        SourceArchiveFetcher fetcher = new SourceArchiveFetcher(
                cache(),
                new Downloader(session.isOffline()),
                new PackageClient(ProcessRunner.system()),
                session.isOffline(),
                getLog()::info);
        List<FetchedArchive> fetched = new ArrayList<>();
        for (SourceArchiveParameter archive : sourceArchives) {
            fetched.add(fetcher.fetch(archive.archive()));
        }
        return fetched;
    }

    /** The build of a module. */
    final FfiModule module(FfiProject of) {
        PublishedModule published = new PublishedModule(
                project.getGroupId(),
                project.getArtifactId(),
                project.getVersion(),
                project.getLicenses().stream().map(License::getName).toList());
        return new FfiModule(of, new ModuleRelease(published, plugin.getVersion(), outputTimestamp), getLog()::warn);
    }

    String pluginVersion() {
        return plugin.getVersion();
    }

    final ZigLocator zigLocator() {
        return new ZigLocator(zigParameters(), cache(), ProcessRunner.system(), getLog()::info, this::warnOnce);
    }

    /** Once for all goals and modules of a build. */
    private void warnOnce(String line) {
        if (session.getRepositorySession().getData().set("ffi-maven-plugin: " + line, null, true)) {
            getLog().warn(line);
        }
    }

    final UserCache cache() {
        return UserCache.locate(
                Optional.ofNullable(cacheDirectory).map(File::toPath),
                Host.current().platform().os(),
                System.getenv(),
                Path.of(System.getProperty("user.home")));
    }

    /** Where the files are, without the fetched ones. */
    Path work() {
        return Path.of(project.getBuild().getDirectory()).resolve("ffi");
    }

    /** The folder of the cdefs, which need not be there. */
    final Path cdefs() {
        return cdefDirectory.toPath();
    }

    private ProjectLayout layout() throws IOException, InterruptedException {
        List<SourceRoot> sources = new ArrayList<>();
        if (sourceDirectories.isEmpty()) {
            sources.add(SourceRoot.of(project.getBasedir().toPath().resolve("src/main/c")));
        }
        sourceDirectories.forEach(directory -> sources.add(directory.root()));
        Iterator<SourceArchiveParameter> archives = sourceArchives.iterator();
        fetchedArchives().forEach(fetched -> sources.add(archives.next().root(fetched.folder())));
        return new ProjectLayout(
                project.getBasedir().toPath(),
                existingCdefs(),
                sources,
                Path.of(project.getBuild().getDirectory(), "generated-sources", "ffi"),
                work(),
                Path.of(project.getBuild().getOutputDirectory()));
    }

    private Path existingCdefs() {
        Path usual = project.getBasedir().toPath().resolve("src/main/ffi");
        return cdefDirectory.toPath().equals(usual)
                ? usual
                : Folders.require("<cdefDirectory>", cdefDirectory).toPath();
    }

    private Map<Platform, CompilerSettings> settings(List<Platform> all) {
        CompilerSettings shared = new CompilerSettings(
                        Folders.require("<includes>", includes).stream()
                                .map(File::toPath)
                                .toList(),
                        defines,
                        compilerFlags,
                        linkerFlags,
                        libraries)
                .with(new CompilerSettings.LanguageFlags(cFlags, cxxFlags))
                .exporting(exports);
        return systemLibraries().in(PlatformSettings.byPlatform(all, shared, platformSettings));
    }

    private ZigParameters zigParameters() {
        return new ZigParameters(
                Optional.ofNullable(zig).map(File::toPath),
                Optional.ofNullable(zigMirror).map(URI::create),
                Optional.ofNullable(zigArtifact).map(coordinates -> () -> artifact(coordinates)),
                session.isOffline());
    }
}
