package io.github.cffi4j.cli;

import io.github.cffi4j.compiler.compile.CompileOptions;
import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.compiler.compile.DebugInfo;
import io.github.cffi4j.compiler.compile.LinkPolicy;
import io.github.cffi4j.compiler.module.FfiModule;
import io.github.cffi4j.compiler.module.Folders;
import io.github.cffi4j.compiler.module.LibraryName;
import io.github.cffi4j.compiler.module.ModuleRelease;
import io.github.cffi4j.compiler.module.PlatformSelection;
import io.github.cffi4j.compiler.project.FfiProject;
import io.github.cffi4j.compiler.project.ProjectLayout;
import io.github.cffi4j.compiler.project.SourceRoot;
import io.github.cffi4j.compiler.sbom.PublishedModule;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that describe a module: its name, its files, its platforms and what its author tells the compiler. */
final class ModuleOptions {
    @Option(
            names = "--name",
            required = true,
            description = "The name of the native library, without prefix and suffix.")
    private String name;

    @Option(
            names = "--group",
            defaultValue = "local",
            description = "The group of the jars' coordinates (default: ${DEFAULT-VALUE}).")
    private String group;

    @Option(
            names = "--release",
            defaultValue = "0",
            paramLabel = "<version>",
            description = "The version of the jars (default: ${DEFAULT-VALUE}).")
    private String release;

    @Option(names = "--license", description = "The licence of the library, for the bill of materials. Repeatable.")
    private List<String> licenses = List.of();

    @Option(
            names = "--cdefs",
            defaultValue = "src/main/ffi",
            paramLabel = "<folder>",
            description = "The root of the cdefs (default: ${DEFAULT-VALUE}).")
    private Path cdefs;

    @Option(
            names = "--sources",
            paramLabel = "<folder>",
            description = "A folder of C and C++ sources to compile in. Repeatable; src/main/c if it is there.")
    private List<Path> sources = List.of();

    @Option(
            names = "--out",
            defaultValue = "build/ffi",
            paramLabel = "<folder>",
            description = "Where everything goes (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Option(
            names = "--for",
            split = ",",
            paramLabel = "<platform>",
            description = "The platforms that the library is for; by default the eight standard ones.")
    private List<String> platforms = List.of();

    @Option(
            names = "--only",
            paramLabel = "<platforms>",
            description = "Which of them to build this time, separated by commas; 'host' is this machine's.")
    private String only;

    @Option(
            names = {"-I", "--include"},
            paramLabel = "<folder>",
            description = "A folder of headers. Repeatable.")
    private List<Path> includes = List.of();

    @Option(
            names = {"-D", "--define"},
            paramLabel = "<macro>",
            description = "NAME or NAME=VALUE. Repeatable.")
    private List<String> defines = List.of();

    @Option(names = "--flag", paramLabel = "<flag>", description = "A flag for the compiler. Repeatable.")
    private List<String> flags = List.of();

    @Option(names = "--link-flag", paramLabel = "<flag>", description = "A flag for the linker. Repeatable.")
    private List<String> linkFlags = List.of();

    @Option(
            names = {"-l", "--library"},
            paramLabel = "<name>",
            description = "A library of the platform to link. Repeatable.")
    private List<String> libraries = List.of();

    @Option(
            names = "--export",
            paramLabel = "<name>",
            description = "A name of C to export besides the entries for Java. Repeatable.")
    private List<String> exports = List.of();

    @Option(
            names = "--class-path",
            split = "[:;]",
            paramLabel = "<jars>",
            description = "Jars whose cdefs the module's own include.")
    private List<Path> classPath = List.of();

    @Option(
            names = "--jobs",
            defaultValue = "0",
            paramLabel = "<n>",
            description = "How many compilers run at once; by default one for each processor.")
    private int jobs;

    @Option(
            names = "--link",
            defaultValue = "auto",
            paramLabel = "<kind>",
            description = "How to link: lean, full or auto (default).")
    private String link;

    @Option(names = "--debug", description = "Builds for a debugger.")
    private boolean debug;

    @Mixin
    private ZigOptions zig;

    Path out() {
        return out.toAbsolutePath().normalize();
    }

    /** Returns how the names of the jars begin. */
    String jarName() {
        return name + "-" + release;
    }

    FfiProject project(Console console) {
        LibraryName.check(name);
        List<Platform> all = PlatformSelection.all(platforms);
        CompileOptions usual = CompileOptions.usual();
        return FfiProject.of(name, layout(), all)
                .withBuilt(PlatformSelection.only(only, all))
                .withSettings(settings(all))
                .withDependencies(() -> classPath)
                .withCompiler(() ->
                        zig.locator(console.progress(), console.warnings()).locate())
                .withCache(zig.cache())
                .withThreads(jobs > 0 ? jobs : Runtime.getRuntime().availableProcessors())
                .withOptions(new CompileOptions(
                        LinkPolicy.of(link),
                        usual.launcher(),
                        usual.cacheBytes(),
                        debug ? DebugInfo.INSIDE : DebugInfo.NONE))
                .withProgress(console.progress());
    }

    FfiModule module(FfiProject project, Console console) {
        PublishedModule module = new PublishedModule(group, name, release, licenses);
        return new FfiModule(project, new ModuleRelease(module, FfiProgram.version(), null), console.warnings());
    }

    private ProjectLayout layout() {
        Path base = Path.of("").toAbsolutePath();
        return new ProjectLayout(
                base,
                existing("--cdefs", cdefs),
                roots(base),
                out().resolve("java"),
                out().resolve("work"),
                out().resolve("classes"));
    }

    private List<SourceRoot> roots(Path base) {
        Path usual = base.resolve("src/main/c");
        if (sources.isEmpty()) {
            return Files.isDirectory(usual) ? List.of(SourceRoot.of(usual)) : List.of();
        }
        List<SourceRoot> roots = new ArrayList<>();
        sources.forEach(folder -> roots.add(SourceRoot.of(existing("--sources", folder))));
        return roots;
    }

    private static Path existing(String option, Path folder) {
        return Folders.require(option, folder.toAbsolutePath().normalize().toFile())
                .toPath();
    }

    private Map<Platform, CompilerSettings> settings(List<Platform> all) {
        CompilerSettings shared = CompilerSettings.none()
                .including(includes.stream()
                        .map(folder -> existing("--include", folder))
                        .toList())
                .defining(defines)
                .compiling(flags)
                .linking(linkFlags)
                .withLibraries(libraries)
                .exporting(exports);
        Map<Platform, CompilerSettings> settings = new EnumMap<>(Platform.class);
        all.forEach(platform -> settings.put(platform, shared));
        return settings;
    }
}
