package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.compiler.fetch.FileTree;
import io.github.cffi4j.compiler.fetch.Sha256;
import io.github.cffi4j.compiler.process.ProcessResult;
import io.github.cffi4j.compiler.trace.Trace;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Links libraries: lean first, and in full where the lean link lacks something. Thread-safe.
 *
 * <p>A lean link that lacks a symbol fails, on all three formats: an unfinished library is never taken for a good one.
 */
public final class Linker {
    /** As without a PDB, code that nothing needs is left out; and names are not made absolute. */
    private static final String PDB_OPTIONS = "-OPT:REF -PDBSOURCEPATH:.";

    private final Toolchain toolchain;
    private final ZigCompiler zig;
    private final FileHashes hashes;
    private final WindowsRuntime windowsRuntime;
    private final WindowsNames windowsNames;
    private final Exports exports;

    /** A linker of libraries that export what their objects say. */
    public Linker(UnitCompiler compiler) {
        this(compiler, Exports.AS_COMPILED);
    }

    public Linker(UnitCompiler compiler, Exports exports) {
        this.exports = exports;
        this.toolchain = compiler.toolchain();
        this.zig = compiler.zig();
        this.hashes = compiler.hashes();
        this.windowsRuntime = new WindowsRuntime(zig, toolchain);
        this.windowsNames = new WindowsNames(toolchain);
    }

    /** The library of the given objects, linked now if any of them has changed. */
    public LinkedLibrary link(
            Platform platform, SourceLanguage language, CompilerSettings settings, List<Path> objects, Path library)
            throws IOException, InterruptedException {
        return link(platform, language, settings, objects, Optional.empty(), library);
    }

    /**
     * The library of the given objects, linked now if any of them has changed.
     *
     * @param system a library of the user's system that has what the others lack
     */
    public LinkedLibrary link(
            Platform platform,
            SourceLanguage language,
            CompilerSettings settings,
            List<Path> objects,
            Optional<SystemLibrary> system,
            Path library)
            throws IOException, InterruptedException {
        CompilerSettings known = platform.os() == OperatingSystem.WINDOWS ? windowsNames.libraries(settings) : settings;
        Link link = new Link(platform, language, known, objects, system);
        String command = command(link, library);
        Optional<BuildRecord> made = BuildRecord.current(library, command, hashes);
        if (made.isPresent() && symbolsAreThere(platform, library, made.get())) {
            return linked(platform, library, made.get(), false);
        }
        Trace.Running time = toolchain.trace().start("link", platform.classifier());
        // Linkers leave import libraries and debug files beside their output.
        try (ScratchFolder scratch = ScratchFolder.beside(library)) {
            List<HashedFile> inputs = inputs(link);
            Path output = scratch.path().resolve(library.getFileName());
            LinkResult result = linkInto(scratch.path(), link, inputs, output, library);
            BuildRecord record = BuildRecord.put(output, library, command, result.note(), inputs);
            time.as(result.mode() == LinkMode.FULL ? "full link" : "link");
            return linked(platform, library, record, true);
        }
    }

    private boolean symbolsAreThere(Platform platform, Path library, BuildRecord made) {
        return !toolchain.options().debug().separate()
                || !hasSymbols(platform, LinkResult.ofNote(made.note()).mode())
                || Files.isRegularFile(SymbolFile.of(library));
    }

    /** A PDB of a full link would name files of the user's cache. */
    private static boolean hasSymbols(Platform platform, LinkMode mode) {
        return platform.os() != OperatingSystem.WINDOWS || mode == LinkMode.LEAN;
    }

    /** Where a Windows library is not stripped, its debug information is in a file of its own. */
    private static void keepPdb(Path output, Path library) throws IOException {
        String name = output.getFileName().toString().replaceFirst("\\.dll$", ".pdb");
        Path pdb = output.resolveSibling(name);
        if (!pdb.equals(output) && Files.isRegularFile(pdb)) {
            keep(pdb, library.resolveSibling(name));
        }
    }

    /**
     * Links twice: the symbol file, which is the library as it is before it is stripped, and the library, which names it.
     *
     * @param symbols where to put the symbol file
     */
    private LinkResult linkApart(Link link, List<HashedFile> inputs, Path output, Path symbols)
            throws IOException, InterruptedException {
        String soname = output.getFileName().toString();
        List<String> identity = new ArrayList<>(
                List.of(toolchain.zig().version(), link.platform().classifier()));
        inputs.forEach(input -> identity.add(input.hash()));
        String id = SymbolFile.buildId(identity);
        Path made = output.resolveSibling(symbols.getFileName());
        linkNow(link, LinkSymbols.elf(id, soname, Optional.empty()), made);
        Path source = output.resolveSibling("debuglink.S");
        Path object = output.resolveSibling("debuglink.o");
        Files.writeString(source, SymbolFile.debugLink(made));
        zig.run(List.of(
                        "cc",
                        "-target",
                        link.platform().zigTarget(),
                        "-c",
                        "-g0",
                        "-o",
                        object.toString(),
                        source.toString()))
                .orThrow();
        LinkResult result = linkNow(link, LinkSymbols.elf(id, soname, Optional.of(object)), output);
        keep(made, symbols);
        return result;
    }

    /** Links into a scratch folder: narrowed to the entries, and with the symbols where they are asked for. */
    private LinkResult linkInto(Path scratch, Link link, List<HashedFile> inputs, Path output, Path library)
            throws IOException, InterruptedException {
        if (output.toString().indexOf('%') < 0) {
            return linkParts(stubbed(narrowed(link, scratch), scratch), inputs, output, library);
        }
        // LLVM replaces '%' in the names of what it writes by random digits, and Jenkins has them in those of folders.
        Path elsewhere = Path.of(System.getProperty("java.io.tmpdir")).resolve(output.getFileName());
        if (elsewhere.toString().indexOf('%') >= 0) {
            throw new LinkException("cannot link into " + output.getParent().getParent() + " nor into "
                    + elsewhere.getParent() + ": the linker takes a '%' in the name of a folder for a random digit"
                    + "\n  fix: set -Djava.io.tmpdir to a folder without '%', or rename one of the two");
        }
        try (ScratchFolder other = ScratchFolder.beside(elsewhere)) {
            Path made = other.path().resolve(output.getFileName());
            LinkResult result = linkParts(stubbed(narrowed(link, scratch), other.path()), inputs, made, library);
            Files.copy(made, output);
            return result;
        }
    }

    private LinkResult linkParts(Link link, List<HashedFile> inputs, Path output, Path library)
            throws IOException, InterruptedException {
        DebugInfo debug = toolchain.options().debug();
        if (!debug.separate()) {
            LinkResult result = linkNow(link, LinkSymbols.inside(debug.strips()), output);
            keepPdb(output, library);
            return result;
        }
        Path symbols = SymbolFile.of(library);
        return switch (link.platform().os()) {
            case LINUX, FREEBSD -> linkApart(link, inputs, output, symbols);
            case OSX -> linkWithMap(link, output, symbols);
            case WINDOWS -> linkWithPdb(link, output, library);
        };
    }

    /** Links twice: the symbol file, which names the object files beside it, and the library. */
    private LinkResult linkWithMap(Link link, Path output, Path symbols) throws IOException, InterruptedException {
        Path objects = SymbolFile.objects(symbols);
        FileTree.delete(objects);
        Files.createDirectories(objects);
        Link named = link.of(copied(link.objects(), objects));
        Path unstripped = output.resolveSibling("unstripped").resolve(output.getFileName());
        Files.createDirectories(unstripped.getParent());
        linkNow(named, LinkSymbols.inside(false), unstripped);
        LinkResult result = linkNow(named, LinkSymbols.inside(true), output);
        Path made = output.resolveSibling(symbols.getFileName());
        DebugMap.write(unstripped, output, SymbolFile.OBJECTS, made);
        keep(made, symbols);
        return result;
    }

    /** Moves a file, from another disk as well: links in folders with a '%' are done elsewhere. */
    private static void keep(Path made, Path file) throws IOException {
        try {
            ScratchFolder.move(made, file);
        } catch (AtomicMoveNotSupportedException e) {
            Files.copy(made, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Copies files that may have the same name. */
    private static List<Path> copied(List<Path> files, Path folder) throws IOException {
        List<Path> copies = new ArrayList<>();
        for (Path file : files) {
            copies.add(Files.copy(file, folder.resolve(copies.size() + "-" + file.getFileName())));
        }
        return copies;
    }

    /**
     * Links beside the objects: a PDB names the folder of the linker, its command line and the objects, and the GUID that it shares
     * with the library is a hash of all of that.
     */
    private LinkResult linkWithPdb(Link link, Path output, Path library) throws IOException, InterruptedException {
        Path folder = output.getParent();
        List<Path> objects =
                copied(link.objects(), folder).stream().map(Path::getFileName).toList();
        List<String> flags = link.settings().linkerFlags().stream()
                .map(NearbyPaths::absolute)
                .toList();
        Link beside = link.with(link.settings().withLinkerFlags(flags)).of(objects);
        LinkResult result = linkNow(beside, LinkSymbols.pdb(folder), output);
        keepPdb(output, library);
        if (!hasSymbols(link.platform(), result.mode())) {
            Files.deleteIfExists(SymbolFile.of(library));
            toolchain
                    .progress()
                    .message(link.platform().classifier() + ": no symbol file, since the full run time is linked;"
                            + " it would name folders of this machine");
        }
        return result;
    }

    private ProcessResult run(Link link, LinkMode mode, List<Path> runtime, LinkSymbols symbols, Path output)
            throws IOException, InterruptedException {
        if (symbols.folder().isEmpty()) {
            return zig.run(link.arguments(mode, runtime, symbols, output));
        }
        Path folder = symbols.folder().get();
        List<Path> beside = new ArrayList<>();
        for (Path archive : runtime) {
            beside.add(archive.getFileName());
            Files.copy(archive, folder.resolve(archive.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> arguments = link.arguments(mode, beside, symbols, output.getFileName());
        ProcessResult result = zig.runIn(folder, PDB_OPTIONS, arguments);
        Path pdb = SymbolFile.of(output);
        if (!result.succeeded() || mode == LinkMode.FULL || !Files.isRegularFile(pdb)) {
            return result;
        }
        // zig made the import libraries in its cache. The second time they are beside the objects, too.
        Map<String, Path> libraries = SymbolFile.namedBelow(toolchain.zigCache(), pdb);
        List<String> again = new ArrayList<>();
        for (String argument : arguments) {
            Path library = libraries.get(argument.startsWith("-l") ? argument.substring(2) + ".lib" : "");
            if (library != null) {
                Files.copy(library, folder.resolve(library.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
            again.add(library == null ? argument : library.getFileName().toString());
        }
        return libraries.isEmpty() ? result : zig.runIn(folder, PDB_OPTIONS, again);
    }

    private Link narrowed(Link link, Path scratch) throws IOException {
        if (exports == Exports.AS_COMPILED) {
            return link;
        }
        EntryList entries = EntryList.with(link.settings().exports());
        NarrowLink narrow = NarrowLink.of(
                link.platform(), entries, link.objects(), link.settings().linkerFlags(), scratch);
        return link.with(link.settings().withLinkerFlags(narrow.flags())).of(narrow.objects());
    }

    /**
     * The link with a stub of the system's library, which has the names that a first link lacks. Only the linker knows what all
     * the other libraries have.
     */
    private Link stubbed(Link link, Path scratch) throws IOException, InterruptedException {
        if (link.system().isEmpty()) {
            return link;
        }
        SystemLibrary system = link.system().get();
        Path folder = Files.createDirectories(scratch.resolve("stub"));
        ProcessResult first = zig.run(link.arguments(
                LinkMode.LEAN, runtime(link.platform()), LinkSymbols.inside(true), folder.resolve("first")));
        Set<String> names = first.succeeded() ? new TreeSet<>() : StubLibrary.names(first, system, link.platform());
        if (names.isEmpty()) {
            return link;
        }
        boolean asked = names.removeIf(name -> name.endsWith(LateBinding.ANSWER));
        LateBinding late = new LateBinding(zig, link.platform(), system, asked ? names : Set.of(), link.objects());
        List<Path> objects = new ArrayList<>(asked ? late.objects(link.objects(), folder) : link.objects());
        boolean windows = link.platform().os() == OperatingSystem.WINDOWS;
        if (windows) {
            names.removeAll(late.symbols());
        }
        if (names.isEmpty()) {
            return link.of(objects);
        }
        Path stub = new StubLibrary(zig, link.platform()).make(system, names, folder);
        if (windows || link.platform().os() == OperatingSystem.OSX) {
            objects.add(stub);
            return link.of(objects);
        }
        // A linker leaves out a library that is only referred to weakly.
        List<String> flags = new ArrayList<>(link.settings().linkerFlags());
        flags.addAll(List.of("-Wl,--no-as-needed", stub.toString(), "-Wl,--as-needed"));
        return link.with(link.settings().withLinkerFlags(flags)).of(objects);
    }

    /** As they are before the link: what changes while it runs has it done again. */
    private List<HashedFile> inputs(Link link) throws IOException {
        List<Path> inputs = new ArrayList<>(link.objects());
        inputs.addAll(LinkInputs.of(link.settings()));
        return hashes.of(inputs).orElseThrow(() -> new IOException("an object file is gone while it is being linked"));
    }

    private record Link(
            Platform platform,
            SourceLanguage language,
            CompilerSettings settings,
            List<Path> objects,
            Optional<SystemLibrary> system) {
        Link of(List<Path> others) {
            return new Link(platform, language, settings, others, system);
        }

        Link with(CompilerSettings others) {
            return new Link(platform, language, others, objects, system);
        }

        List<String> arguments(LinkMode mode, List<Path> runtime, LinkSymbols symbols, Path output) {
            return ZigArguments.link(platform, mode, language, settings, objects, runtime, symbols, output);
        }

        LinkResult result(LinkMode mode, ProcessResult linker) {
            return new LinkResult(mode, RuntimePart.linked(platform, mode, language, linker.stdout()));
        }
    }

    private LinkResult linkNow(Link link, LinkSymbols symbols, Path output) throws IOException, InterruptedException {
        FullRuntime full = new FullRuntime(toolchain, link.platform(), link.language());
        switch (toolchain.options().linking()) {
            case FULL -> {
                if (LongDoubles.unknownTo(link.platform())) {
                    LongDoubles.refuse(link.platform(), run(link, LinkMode.LEAN, List.of(), symbols, output));
                }
                full.announce("ffi.link=full");
            }
            case LEAN, AUTO -> {
                ProcessResult lean = run(link, LinkMode.LEAN, runtime(link.platform()), symbols, output);
                if (lean.succeeded()) {
                    return link.result(LinkMode.LEAN, lean);
                }
                LongDoubles.refuse(link.platform(), lean);
                if (TargetHints.of(
                                lean.stderr(),
                                List.of(link.platform()),
                                zig.zig().libDirectory())
                        .isPresent()) {
                    // The full run time has no more of it.
                    throw LinkFailure.of(
                            link.platform(), output, lean, zig.zig().libDirectory());
                }
                if (toolchain.options().linking() == LinkPolicy.LEAN) {
                    throw new LinkException(
                            "the lean link is not enough for " + link.platform().classifier()
                                    + ", it needs " + LinkFailure.missing(lean) + ":\n"
                                    + lean.stderr().strip()
                                    + "\n  fix: remove ffi.link=lean, so that zig's full run time is linked");
                }
                full.announce("needs " + LinkFailure.missing(lean));
            }
        }
        ProcessResult result = run(link, LinkMode.FULL, List.of(), symbols.inFull(), output);
        if (!result.succeeded()) {
            throw LinkFailure.of(link.platform(), output, result, zig.zig().libDirectory());
        }
        full.built();
        return link.result(LinkMode.FULL, result);
    }

    private List<Path> runtime(Platform platform) throws IOException, InterruptedException {
        return platform.os() == OperatingSystem.WINDOWS ? List.of(windowsRuntime.archive(platform)) : List.of();
    }

    private static LinkedLibrary linked(Platform platform, Path library, BuildRecord record, boolean fresh)
            throws IOException {
        LinkResult result = LinkResult.ofNote(record.note());
        return new LinkedLibrary(
                platform,
                library,
                new Sha256(record.hash()),
                Files.size(library),
                result.mode(),
                result.parts(),
                fresh);
    }

    private String command(Link link, Path library) {
        return toolchain.zig().version() + "\n" + link.language() + "\n" + WindowsRuntime.FORMAT + "\n"
                + toolchain.options().linking() + "\n"
                + exports + " " + link.settings().exports() + "\n"
                + link.system()
                        .map(system ->
                                "late " + system.name() + " " + system.functions() + " " + system.variables() + "\n")
                        .orElse("")
                + String.join("\n", link.arguments(LinkMode.LEAN, List.of(), LinkSymbols.inside(true), library))
                + (toolchain.options().debug() == DebugInfo.NONE
                        ? ""
                        : "\n" + toolchain.options().debug());
    }
}
