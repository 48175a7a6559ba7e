package io.github.cffi4j.compiler.module;

import io.github.cffi4j.audit.AuditResult;
import io.github.cffi4j.audit.AuditSubjects;
import io.github.cffi4j.audit.check.AuditSettings;
import io.github.cffi4j.audit.read.JavaBindingsReader;
import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.compiler.compile.LinkedLibrary;
import io.github.cffi4j.compiler.compile.UnitCompiler;
import io.github.cffi4j.compiler.fetch.Progress;
import io.github.cffi4j.compiler.importer.HeaderImporter;
import io.github.cffi4j.compiler.importer.ImportException;
import io.github.cffi4j.compiler.importer.ImportRequest;
import io.github.cffi4j.compiler.importer.ImportResult;
import io.github.cffi4j.compiler.nativebuild.NativeBuild;
import io.github.cffi4j.compiler.nativebuild.NativeBuilder;
import io.github.cffi4j.compiler.prebuilt.PrebuiltLibraries;
import io.github.cffi4j.compiler.project.BindingGenerator;
import io.github.cffi4j.compiler.project.BindingMode;
import io.github.cffi4j.compiler.project.BuiltLibrary;
import io.github.cffi4j.compiler.project.CompilationException;
import io.github.cffi4j.compiler.project.FfiProject;
import io.github.cffi4j.compiler.project.GeneratedSources;
import io.github.cffi4j.compiler.project.LibraryBuilder;
import io.github.cffi4j.compiler.project.OwnJava;
import io.github.cffi4j.compiler.project.StrayCdefs;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.compiler.toolchain.CrossToolchain;
import io.github.cffi4j.compiler.toolchain.ToolchainWriter;
import io.github.cffi4j.compiler.verify.PreambleException;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A module with cdefs and the whole of its build: one method a step, in the order in which a build calls them. */
public final class FfiModule {
    private final FfiProject project;
    private final ModuleRelease release;
    private final ModuleNotes notes;

    /** @param warnings where lines go that the author should act on; others go to the project's own progress */
    public FfiModule(FfiProject project, ModuleRelease release, Progress warnings) {
        this.project = project;
        this.release = release;
        this.notes = new ModuleNotes(project, warnings);
    }

    /**
     * Makes a cdef of a C header, or brings cdefs that were made so in step with their headers. An author asks for it, or a
     * check that nothing would change; a build does it only for a cdef that has nothing but a recipe.
     */
    public List<ImportResult> importHeader(ImportRequest request)
            throws IOException, InterruptedException, ImportException, CdefException, PreambleException,
                    CompilationException {
        return new HeaderImporter(project).run(request);
    }

    /**
     * Writes zig as a toolchain for CMake, Meson, configure scripts and makefiles, for each platform of this run. No part of a
     * build: an author asks for it, to try another build system by hand.
     */
    public ToolchainResult toolchain(ToolchainRequest request) throws IOException, InterruptedException {
        try (UnitCompiler compiler = new UnitCompiler(project.toolchain())) {
            ToolchainWriter writer = new ToolchainWriter(compiler);
            List<CrossToolchain> written = new ArrayList<>();
            for (Platform platform : project.asked()) {
                written.add(writer.writeTo(platform, request.folder().resolve(platform.classifier())));
            }
            return new ToolchainResult(written);
        }
    }

    /**
     * Has C libraries built by their own build systems, and returns the project that is compiled with their headers and linked
     * with them. They are built for the platforms of this run, or for all if a header is imported, which takes the headers of
     * all platforms. What is up to date is not built again.
     *
     * @param builds in their order: each finds what those before it installed
     * @param importing whether the run is made to import headers
     * @throws ImportException if a recipe cannot be read
     */
    public static FfiProject withNativeBuilds(FfiProject project, List<NativeBuild> builds, boolean importing)
            throws IOException, InterruptedException, ImportException {
        if (builds.isEmpty()) {
            return project;
        }
        List<Platform> platforms = project.asked();
        if (platforms.size() < project.platforms().size() && (importing || new HeaderImporter(project).waits())) {
            project.progress().message("a header is imported for all platforms, so the native builds run for all");
            platforms = project.platforms();
        }
        try (UnitCompiler compiler = new UnitCompiler(project.toolchain())) {
            Map<Platform, CompilerSettings> installed = new NativeBuilder(
                            compiler, project.layout().work().resolve("native"), project.threads())
                    .build(builds, platforms);
            return withSettings(project, installed);
        }
    }

    /**
     * Returns the project that is compiled with the headers of libraries that were built elsewhere, and linked with their files.
     *
     * @throws WrongSettingException if a platform of this run has no file, or one that does not fit
     */
    public static FfiProject withPrebuilt(FfiProject project, PrebuiltLibraries prebuilt) throws IOException {
        return withSettings(project, prebuilt.settings(project.platforms(), project.asked()));
    }

    private static FfiProject withSettings(FfiProject project, Map<Platform, CompilerSettings> more) {
        Map<Platform, CompilerSettings> settings = new EnumMap<>(Platform.class);
        settings.putAll(project.settings());
        more.forEach((platform, found) -> settings.merge(platform, found, CompilerSettings::and));
        return project.withSettings(settings);
    }

    /**
     * Generates Java and C from the cdefs; every claim is checked by the compilers of the platforms. A cdef that has only a
     * recipe is imported first.
     */
    public GenerateResult generate(GenerateRequest request)
            throws IOException, InterruptedException, ImportException, CdefException, PreambleException,
                    CompilationException {
        OwnJava.refuseClashes(project.layout(), request.javaRoots());
        for (ImportResult filled : new HeaderImporter(project).fill(request.javaRoots())) {
            filled.summary().forEach(project.progress()::message);
        }
        List<Path> stray = StrayCdefs.of(project.layout());
        GeneratedSources generated = new BindingGenerator(project).generate();
        notes.stray(stray, generated.cdefs() == 0);
        return new GenerateResult(project.layout().java(), generated.cdefs(), generated.changed());
    }

    /** Compiles and links the library of each platform, and pins their hashes among the classes of the main jar. */
    public CompileResult compile(CompileRequest request)
            throws IOException, InterruptedException, CompilationException {
        if (project.mode() == BindingMode.ABI) {
            new MainJarFiles(project, release).write(List.of());
            return new CompileResult(List.of());
        }
        LibraryBuilder builder = new LibraryBuilder(project);
        LibraryTable table = new LibraryTable(project.platforms(), project.library());
        notes.leftOut(builder.leftOut());
        List<BuiltLibrary> built = builder.build(library -> project.progress().message(table.row(library)));
        notes.compilers(builder.warnings());
        List<LinkedLibrary> libraries =
                built.stream().map(BuiltLibrary::library).toList();
        if (libraries.isEmpty()) {
            notes.nothingToCompile();
        } else {
            new MainJarFiles(project, release).write(libraries);
            new TestLibrary(project.library(), request.testClasses()).offer(libraries);
        }
        return new CompileResult(libraries);
    }

    /** Packs one classifier jar for each platform, from libraries that are up to date. */
    public PackResult pack(PackRequest request) throws IOException, InterruptedException, CompilationException {
        JarPacker packer = new JarPacker(project, release, request);
        Map<Platform, Path> jars = new EnumMap<>(Platform.class);
        Map<Platform, Path> symbols = new EnumMap<>(Platform.class);
        for (BuiltLibrary built : new LibraryBuilder(project).build(library -> {})) {
            LinkedLibrary linked = built.library();
            jars.put(linked.platform(), packer.pack(linked));
            packer.symbols(linked).ifPresent(jar -> symbols.put(linked.platform(), jar));
        }
        return new PackResult(jars, symbols);
    }

    /** Audits the libraries in packed jars against the policies and the classes they belong to. */
    public static AuditResult audit(AuditRequest request) throws IOException {
        AuditSettings settings = request.settings().withJava(JavaBindingsReader.read(request.classes()));
        return AuditResult.of(AuditSubjects.ofModule(request.jars(), request.classes(), request.library()), settings);
    }
}
