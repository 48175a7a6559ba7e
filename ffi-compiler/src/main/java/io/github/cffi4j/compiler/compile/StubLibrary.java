package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.compiler.object.ObjectFile;
import io.github.cffi4j.compiler.process.ProcessResult;
import io.github.cffi4j.compiler.text.Text;
import io.github.cffi4j.platform.Architecture;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Stands in for a library of the user's system while linking. It has the names that the cdefs need and no code, so the
 * library that is linked asks the loader for the real one.
 */
final class StubLibrary {
    /** Begins the name of the address of what is imported on Windows. */
    static final String IMPORTED = "__imp_";

    private static final Pattern UNDEFINED =
            Pattern.compile("undefined symbol: (?:__declspec\\(dllimport\\) )?([^\\s(]+)");

    private final ZigCompiler zig;
    private final Platform platform;

    StubLibrary(ZigCompiler zig, Platform platform) {
        this.zig = zig;
        this.platform = platform;
    }

    /**
     * The names that a link lacked and that generated code uses. Others that it lacked are mistakes, as ever: a source that was
     * forgotten would be looked for in the system's library on the user's machine.
     */
    static Set<String> names(ProcessResult link, SystemLibrary library, Platform platform) throws IOException {
        boolean importLibrary = platform.os() == OperatingSystem.WINDOWS;
        Set<String> used = new TreeSet<>();
        for (Path object : library.used()) {
            ObjectFile.read(Files.readAllBytes(object)).undefined().stream()
                    .map(name -> importLibrary ? name.replaceFirst("^" + IMPORTED, "") : name)
                    .forEach(used::add);
        }
        return UNDEFINED
                .matcher(link.stderr())
                .results()
                .map(match -> match.group(1))
                .filter(used::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Makes the stub in a folder. */
    Path make(SystemLibrary library, Set<String> names, Path folder) throws IOException, InterruptedException {
        return switch (platform.os()) {
            case LINUX, FREEBSD -> elf(library.name(), names, folder);
            case OSX -> Files.writeString(folder.resolve("system.tbd"), textBased(library.name(), names));
            case WINDOWS -> importLibrary(library, names, folder);
        };
    }

    private Path elf(String soname, Set<String> names, Path folder) throws IOException, InterruptedException {
        StringBuilder source = new StringBuilder();
        int number = 0;
        for (String name : names) {
            // By a label of the assembler: a name may be one that the compiler has its own opinion of.
            source.append(
                    Text.format("void ffi_%1$d(void) __asm__(\"%2$s\"); void ffi_%1$d(void) {}\n", number++, name));
        }
        Path text = Files.writeString(folder.resolve("system.c"), source);
        Path stub = folder.resolve("libsystem-stub.so");
        zig.run(List.of(
                        "cc",
                        "-target",
                        platform.zigTarget(),
                        "-shared",
                        "-nostdlib",
                        "-fPIC",
                        "-g0",
                        "-fno-sanitize=undefined",
                        "-Wl,-soname," + soname,
                        "-o",
                        stub.toString(),
                        text.toString()))
                .orThrow();
        return stub;
    }

    /** Returns the text that Apple's own SDK has in place of a library. */
    static String textBased(String installName, Set<String> names) {
        String symbols = names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        return Text.format("""
                --- !tapi-tbd
                tbd-version: 4
                targets: [ x86_64-macos, arm64-macos ]
                install-name: '%s'
                current-version: 1
                compatibility-version: 1
                exports:
                  - targets: [ x86_64-macos, arm64-macos ]
                    symbols: [ %s ]
                ...
                """, installName, symbols);
    }

    private Path importLibrary(SystemLibrary library, Set<String> names, Path folder)
            throws IOException, InterruptedException {
        // The import library adds it again.
        Set<String> exported = names.stream()
                .map(name -> platform.underscoresSymbols() ? name.replaceFirst("^_", "") : name)
                .collect(Collectors.toCollection(TreeSet::new));
        Path definition = Files.writeString(
                folder.resolve("system.def"), definition(library.name(), exported, library.variables()));
        Path stub = folder.resolve("system-stub.lib");
        List<String> arguments = new ArrayList<>(List.of("dlltool", "-m", machine(platform.arch())));
        arguments.addAll(List.of("-d", definition.toString(), "-l", stub.toString()));
        zig.run(arguments).orThrow();
        return stub;
    }

    /** The list of names that an import library is made from. A variable is reached by its address alone. */
    static String definition(String dll, Set<String> names, List<String> variables) {
        return names.stream()
                .map(name -> name + (variables.contains(name) ? " DATA" : "") + "\n")
                .collect(Collectors.joining("", "LIBRARY \"" + dll + "\"\nEXPORTS\n", ""));
    }

    private static String machine(Architecture architecture) {
        return switch (architecture) {
            case X86_64 -> "i386:x86-64";
            case X86_32 -> "i386";
            case AARCH_64 -> "arm64";
            default -> throw new IllegalArgumentException("there is no Windows for " + architecture);
        };
    }
}
