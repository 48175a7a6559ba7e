package io.github.cffi4j.compiler.importer;

import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.compiler.fetch.Downloader;
import io.github.cffi4j.compiler.fetch.PackageClient;
import io.github.cffi4j.compiler.fetch.Progress;
import io.github.cffi4j.compiler.fetch.SourceArchive;
import io.github.cffi4j.compiler.fetch.SourceArchiveFetcher;
import io.github.cffi4j.compiler.process.Command;
import io.github.cffi4j.compiler.process.ProcessResult;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.compiler.project.BindingGenerator;
import io.github.cffi4j.compiler.project.BindingMode;
import io.github.cffi4j.compiler.project.BuiltLibrary;
import io.github.cffi4j.compiler.project.FfiProject;
import io.github.cffi4j.compiler.project.GeneratedJava;
import io.github.cffi4j.compiler.project.LibraryBuilder;
import io.github.cffi4j.compiler.project.ProjectLayout;
import io.github.cffi4j.compiler.project.SourceRoot;
import io.github.cffi4j.compiler.project.TestZig;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A library whose header is imported whole: a folder with {@code library.properties} and a program that calls it. No cdef, no
 * preamble and no line of C is written for it.
 *
 * <pre>
 * title=zlib 1.4             for the table in docs/import.md
 * crate=libz-sys-1.1.33      the package that has the sources, and
 * sha256=...                 the hash of its file
 * inner=LATEST.tar.gz        the archive inside, if there is one, and
 * innerFolder=libsodium      the folder in that
 * header=zlib.h              what is imported
 * from=sodium/*.h            which files, if not those beside the header
 * functions=ts_.*            which functions, if the library lacks some that its header declares
 * includes=src/zlib          folders of headers in the package
 * sources=src/zlib/*.c       globs of what is compiled
 * excludes=...               and of what is not
 * needs=zlib                 other libraries whose sources are compiled, too
 * defines= and flags=        for all; defines.windows=, defines.unix= for some
 * copies=a.h.in&gt;a.h       files that the library's build would make, with prebuilt ones to take
 * made=features.h            files that it would make, and that can be empty because 'defines' says it all
 * configure=Configure no-asm its Perl script that makes headers, with options; it runs in folders of its own, with
 * configure.linux=NAME GOAL  its name of a system, and the goal of make that makes them, for each system; what is made for Linux
 *                            alone is the same for all
 * </pre>
 *
 * @param folder the one in the sources
 * @param packages the folder with the files of the packages
 * @param work the one to work in
 */
record WholeHeader(Path folder, Path packages, Path work) {
    private static final String CLASS = "Whole";

    String name() {
        return folder.getFileName().toString();
    }

    Properties properties() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve("library.properties"))) {
            properties.load(reader);
        }
        return properties;
    }

    private List<String> list(String key) throws IOException {
        return Arrays.stream(properties().getProperty(key, "").split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The sources, from the package's file after a look at its hash. */
    private Path sources() throws IOException, InterruptedException {
        Properties properties = properties();
        SourceArchive archive = SourceArchive.of(
                name(),
                properties.getProperty("sha256"),
                packages.resolve(properties.getProperty("crate") + ".crate")
                        .toUri()
                        .toString());
        String inner = properties.getProperty("inner", "");
        String crate = properties.getProperty("crate");
        archive = inner.isEmpty()
                ? archive.strip(crate)
                : archive.inner(crate + "/" + inner).strip(properties.getProperty("innerFolder"));
        return new SourceArchiveFetcher(
                        TestZig.CACHE,
                        new Downloader(false),
                        new PackageClient(ProcessRunner.system()),
                        false,
                        Progress.silent())
                .fetch(archive)
                .folder();
    }

    private FfiProject project() throws IOException, InterruptedException {
        Path sources = sources();
        List<Path> includes = new ArrayList<>();
        includes.add(Files.createDirectories(work.resolve("copies")));
        for (String copy : list("copies")) {
            int arrow = copy.indexOf('>');
            Path target = work.resolve("copies").resolve(copy.substring(arrow + 1));
            Files.createDirectories(target.getParent());
            Files.copy(sources.resolve(copy.substring(0, arrow)), target, StandardCopyOption.REPLACE_EXISTING);
        }
        for (String made : list("made")) {
            Files.writeString(work.resolve("copies").resolve(made), "");
        }
        Map<OperatingSystem, Path> configured = configured(sources);
        if (!configured.isEmpty()) {
            includes.add(configured.get(OperatingSystem.LINUX).resolve("include"));
        }
        for (String include : list("includes")) {
            includes.add(sources.resolve(include).normalize());
        }
        List<SourceRoot> needed = new ArrayList<>();
        for (String name : list("needs")) {
            WholeHeader other = new WholeHeader(folder.resolveSibling(name), packages, work);
            Path root = other.sources();
            other.list("includes").forEach(include -> includes.add(root.resolve(include)));
            needed.add(new SourceRoot(root, true, other.list("sources"), other.list("excludes")));
        }
        CompilerSettings common =
                CompilerSettings.none().defining(list("defines")).compiling(list("flags"));
        String system = properties().getProperty("system", "");
        Map<Platform, CompilerSettings> settings = new EnumMap<>(Platform.class);
        for (Platform platform : Platform.standard()) {
            String family = platform.os() == OperatingSystem.WINDOWS ? "windows" : "unix";
            List<Path> folders = new ArrayList<>(includes);
            if (!configured.isEmpty()) {
                folders.add(0, configured.get(platform.os()).resolve("include"));
            }
            CompilerSettings own = common.including(folders).defining(list("defines." + family));
            settings.put(platform, system.isEmpty() ? own : own.withSystemLibrary(system));
        }
        List<String> globs = list("sources");
        List<SourceRoot> roots = new ArrayList<>(needed);
        if (!globs.isEmpty()) {
            roots.add(new SourceRoot(sources, true, globs, list("excludes")));
        }
        return FfiProject.of(
                        name(),
                        new ProjectLayout(
                                work,
                                work.resolve("ffi"),
                                roots,
                                work.resolve("java"),
                                work.resolve("work"),
                                work.resolve("classes")),
                        Platform.standard())
                .withBuilt(Set.of(TestZig.HOST))
                .withSettings(settings)
                .withCompiler(TestZig::get)
                .withCache(TestZig.CACHE)
                .withThreads(2);
    }

    /** The folders in which the library's own script has made headers, for each system. */
    private Map<OperatingSystem, Path> configured(Path sources) throws IOException, InterruptedException {
        Map<OperatingSystem, Path> folders = new EnumMap<>(OperatingSystem.class);
        List<String> script = list("configure");
        if (script.isEmpty()) {
            return folders;
        }
        for (OperatingSystem os : List.of(OperatingSystem.LINUX, OperatingSystem.OSX, OperatingSystem.WINDOWS)) {
            Path folder = work.resolve("configured").resolve(os.classifier());
            folders.put(os, folder);
            if (Files.isDirectory(folder)) {
                continue;
            }
            Path unfinished = Files.createDirectories(folder.resolveSibling(folder.getFileName() + ".unfinished"));
            List<String> target = list("configure." + os.classifier());
            List<String> configure = new ArrayList<>(
                    List.of("perl", sources.resolve(script.get(0)).toString(), target.get(0)));
            configure.addAll(script.subList(1, script.size()));
            run(unfinished, configure);
            run(unfinished, List.of("make", "-s", target.get(1)));
            Files.move(unfinished, folder);
        }
        return folders;
    }

    private static void run(Path folder, List<String> command) throws IOException, InterruptedException {
        ProcessRunner.system().run(Command.of(command).in(folder)).orThrow();
    }

    /** Imports the header for all platforms. */
    ImportResult run() throws Exception {
        return imported(project());
    }

    /** Imports it for a binding that has no C of its own, and generates that. */
    ImportResult runWithoutC() throws Exception {
        FfiProject project = project().in(BindingMode.ABI);
        ImportResult result = imported(project);
        new BindingGenerator(project.withBuilt(Set.copyOf(Platform.standard()))).generate();
        return result;
    }

    private ImportResult imported(FfiProject project) throws Exception {
        ImportRequest.Changes all =
                ImportRequest.Changes.ofHeaders(list("header").toArray(String[]::new));
        ImportRequest.Changes changes = new ImportRequest.Changes(
                all.headers(),
                list("from"),
                Optional.ofNullable(properties().getProperty("functions")),
                all.constants(),
                // A pattern for functions would leave out the types that none of them needs.
                Optional.ofNullable(properties().getProperty("functions")).map(functions -> ".*"),
                all.opaque(),
                all.used(),
                all.comments());
        List<ImportResult> results = new HeaderImporter(project)
                .run(new ImportRequest(Optional.of("whole/" + CLASS), changes, false, List.of()));
        return results.get(0);
    }

    String cdef() throws IOException {
        return Files.readString(work.resolve("ffi/whole/" + CLASS + ".cdef"));
    }

    /** Builds the binding, with the library's sources, and returns what its program prints. */
    String output() throws Exception {
        FfiProject project = project();
        new BindingGenerator(project).generate();
        List<BuiltLibrary> built = new LibraryBuilder(project).build(library -> {});
        Path program = folder.resolve("Use.java");
        try (Stream<Path> generated = Files.walk(work.resolve("java"))) {
            GeneratedJava.compile(
                    Stream.concat(generated, Stream.of(program).filter(Files::exists))
                            .filter(file -> file.toString().endsWith(".java"))
                            .toList(),
                    work.resolve("classes"));
        }
        if (Files.notExists(program)) {
            return "built\n";
        }
        ProcessResult result = ProcessRunner.system()
                .run(Command.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dfile.encoding=UTF-8",
                        "-Dcffi4j." + name() + ".path=" + built.get(0).library().file(),
                        "-cp",
                        work.resolve("classes") + File.pathSeparator + System.getProperty("java.class.path"),
                        "whole.Use"));
        String output = String.join("\n", result.lines()) + "\n";
        if (!result.succeeded()) {
            throw new IllegalStateException("the program has failed:\n" + output);
        }
        return output;
    }

    @Override
    public String toString() {
        return name();
    }
}
