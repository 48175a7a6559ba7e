package io.github.cffi4j.mojo;

import io.github.cffi4j.compiler.compile.CompileOptions;
import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.compiler.compile.DebugInfo;
import io.github.cffi4j.compiler.compile.LinkPolicy;
import io.github.cffi4j.compiler.fetch.Downloader;
import io.github.cffi4j.compiler.fetch.FetchedArchive;
import io.github.cffi4j.compiler.fetch.PackageClient;
import io.github.cffi4j.compiler.fetch.SourceArchiveFetcher;
import io.github.cffi4j.compiler.importer.ImportException;
import io.github.cffi4j.compiler.module.FfiModule;
import io.github.cffi4j.compiler.module.Folders;
import io.github.cffi4j.compiler.module.LibraryName;
import io.github.cffi4j.compiler.module.ModuleRelease;
import io.github.cffi4j.compiler.module.PlatformSelection;
import io.github.cffi4j.compiler.nativebuild.NativeBuild;
import io.github.cffi4j.compiler.prebuilt.PrebuiltLibraries;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.compiler.project.BindingMode;
import io.github.cffi4j.compiler.project.FfiProject;
import io.github.cffi4j.compiler.project.ProjectLayout;
import io.github.cffi4j.compiler.project.SourceRoot;
import io.github.cffi4j.compiler.sbom.PublishedModule;
import io.github.cffi4j.platform.Platform;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.model.License;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;

/** A goal that builds the module: the parameters of its libraries, and the project that they describe. */
abstract class AbstractFfiMojo extends ZigGoal {
    private static final long BYTES_PER_MEGABYTE = 1_000_000;

    /** The time of all entries of the jars, as in Maven's own reproducible builds. */
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

    /**
     * C libraries that are built by their own build systems, with zig as the compiler, in this order: each finds what those before
     * it installed. The module's C finds their headers and is linked with them.
     */
    @Parameter
    private List<NativeBuildParameter> nativeBuilds = List.of();

    /** Libraries that were built elsewhere, with files for each platform. The module's C finds their headers and is linked with them. */
    @Parameter
    private List<PrebuiltLibraryParameter> prebuiltLibraries = List.of();

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

    /** Compiler flags for some sources of the author's, by patterns of their paths. */
    @Parameter
    private List<FileFlagsParameter> fileFlags = List.of();

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
     * Functions without which a library of {@link #systemLibraries} is refused when it is loaded, all in one report; {@code *}
     * stands for any characters. Any other that is missing throws when it is called. In mode {@code abi} variables, too.
     */
    @Parameter
    private List<String> requiredNames = List.of();

    /**
     * Comparisons that the library of {@link #systemLibraries} must pass when it is loaded: a function without parameters, an operator, and a number, a
     * version, {@code sizeof(type)} or a constant of the cdef, such as {@code sqlite3_libversion_number() >= 3040000}.
     */
    @Parameter
    private List<String> libraryChecks = List.of();

    /**
     * Names of C that the libraries export besides the entries for Java, for other native code to find; {@code *} stands for
     * any characters. Everything else is hidden.
     */
    @Parameter
    private List<String> exports = List.of();

    /** The same for some platforms, behind those for all. */
    @Parameter
    private List<PlatformSettings> platformSettings = List.of();

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

    @Inject
    private ProjectDependenciesResolver dependenciesResolver;

    /** Returns the libraries of users' systems that the module needs. */
    final SystemLibraries systemLibraries() {
        return new SystemLibraries(systemLibraries, BindingMode.of(mode));
    }

    /** The module as the build sees it. Making it fetches source archives, and builds what has a build of its own. */
    FfiProject ffiProject() throws IOException, InterruptedException, ImportException {
        List<Platform> all = PlatformSelection.all(platforms);
        LibraryName.check(library);
        OneLibrary.check(mavenProject(), library, cdefDirectory, sourceDirectories);
        List<FetchedArchive> archives = fetchedArchives();
        FfiProject project = FfiProject.of(library, layout(archives), all)
                .withBuilt(PlatformSelection.only(only, all))
                .withSettings(settings(all))
                .withDependencies(compileClassPath()::entries)
                .withCompiler(zigLocator()::locate)
                .withCache(cache())
                .withThreads(threads > 0 ? threads : Runtime.getRuntime().availableProcessors())
                .withOptions(options())
                .withProgress(getLog()::info)
                .withTrace(trace())
                .in(BindingMode.of(mode))
                .requiring(systemLibraries().required(requiredNames, libraryChecks));
        return FfiModule.withNativeBuilds(
                FfiModule.withPrebuilt(project, prebuilt(archives)), nativeBuilds(archives), importing());
    }

    /** Returns true for the goal that imports headers. */
    boolean importing() {
        return false;
    }

    /** The C libraries that are built by their own build systems. */
    final List<NativeBuild> nativeBuilds(List<FetchedArchive> archives) {
        Path base = mavenProject().getBasedir().toPath();
        return nativeBuilds.stream().map(build -> build.build(archives, base)).toList();
    }

    /** The libraries that were built elsewhere. */
    final PrebuiltLibraries prebuilt(List<FetchedArchive> archives) {
        Path base = mavenProject().getBasedir().toPath();
        return new PrebuiltLibraries(prebuiltLibraries.stream()
                .map(library -> library.library(archives, base))
                .toList());
    }

    final CompileClassPath compileClassPath() {
        return new CompileClassPath(mavenProject(), mavenSession(), dependenciesResolver);
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

    /** The debug information to keep; who asks for both gets a debug build. */
    final DebugInfo debugInfo() {
        return debug ? DebugInfo.INSIDE : symbols ? DebugInfo.SEPARATE : DebugInfo.NONE;
    }

    /** The C sources that come from elsewhere; fetched now if need be. */
    List<FetchedArchive> fetchedArchives() throws IOException, InterruptedException {
        SourceArchiveFetcher fetcher = new SourceArchiveFetcher(
                cache(),
                new Downloader(mavenSession().isOffline()),
                new PackageClient(ProcessRunner.system()),
                this::artifact,
                mavenSession().isOffline(),
                getLog()::info);
        List<FetchedArchive> fetched = new ArrayList<>();
        for (SourceArchiveParameter archive : sourceArchives) {
            fetched.add(
                    fetcher.fetch(archive.archive(mavenProject().getBasedir().toPath())));
        }
        return fetched;
    }

    /** The build of a module. */
    final FfiModule module(FfiProject of) {
        PublishedModule published = new PublishedModule(
                mavenProject().getGroupId(),
                mavenProject().getArtifactId(),
                mavenProject().getVersion(),
                mavenProject().getLicenses().stream().map(License::getName).toList());
        return new FfiModule(of, new ModuleRelease(published, pluginVersion(), outputTimestamp), getLog()::warn);
    }

    private ProjectLayout layout(List<FetchedArchive> fetchedArchives) {
        List<SourceRoot> sources = new ArrayList<>();
        if (sourceDirectories.isEmpty()) {
            sources.add(SourceRoot.of(mavenProject().getBasedir().toPath().resolve("src/main/c")));
        }
        sourceDirectories.forEach(directory -> sources.add(directory.root()));
        Iterator<SourceArchiveParameter> archives = sourceArchives.iterator();
        for (FetchedArchive fetched : fetchedArchives) {
            SourceArchiveParameter parameter = archives.next();
            String name = fetched.archive().name();
            if (nativeBuilds.stream().noneMatch(build -> build.isFrom(name))
                    && prebuiltLibraries.stream().noneMatch(library -> library.isFrom(name))) {
                sources.add(parameter.root(fetched.folder()));
            }
        }
        return new ProjectLayout(
                mavenProject().getBasedir().toPath(),
                existingCdefs(),
                sources,
                Path.of(mavenProject().getBuild().getDirectory(), "generated-sources", "ffi"),
                work(),
                Path.of(mavenProject().getBuild().getOutputDirectory()));
    }

    private Path existingCdefs() {
        Path usual = mavenProject().getBasedir().toPath().resolve("src/main/ffi");
        return cdefDirectory.toPath().equals(usual)
                ? usual
                : Folders.require("<cdefDirectory>", cdefDirectory).toPath();
    }

    private Map<Platform, CompilerSettings> settings(List<Platform> all) {
        CompilerSettings shared = CompilerSettings.none()
                .including(Folders.require("<includes>", includes).stream()
                        .map(File::toPath)
                        .toList())
                .defining(defines)
                .compiling(compilerFlags)
                .linking(linkerFlags)
                .withLibraries(libraries)
                .with(new CompilerSettings.SourceFlags(cFlags, cxxFlags, FileFlagsParameter.all(fileFlags)))
                .exporting(exports);
        return systemLibraries().in(PlatformSettings.byPlatform(all, shared, platformSettings));
    }
}
