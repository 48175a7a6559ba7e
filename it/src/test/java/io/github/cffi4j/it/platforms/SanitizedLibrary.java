package io.github.cffi4j.it.platforms;

import io.github.cffi4j.it.JavaProgram;
import io.github.cffi4j.it.TestSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The contract suite's library, compiled by gcc with its sanitizers: zig has none of their run time.
 *
 * @param suppressions the leaks that are not ours
 */
record SanitizedLibrary(Path file, Path suppressions) {
    static final Path PREAMBLES = ContractRun.CONTRACT.resolveSibling("src/main/ffi/io/github/cffi4j/it/contract");
    private static final String GCC = TestSettings.property("it.gcc");
    private static final Path GLUE = ContractRun.CONTRACT.resolve("ffi/c");

    /** The generated C of all bindings. */
    static List<Path> bindings() throws IOException {
        try (Stream<Path> files = Files.list(GLUE)) {
            return files.filter(file -> file.toString().endsWith(".ffi.c"))
                    .sorted()
                    .toList();
        }
    }

    static Path binding(String name) {
        return GLUE.resolve("io.github.cffi4j.it.contract." + name + ".ffi.c");
    }

    /**
     * Compiles and links.
     *
     * @param folder for the library; preambles in it are taken instead of the suite's
     */
    static SanitizedLibrary compile(Path folder, List<Path> sources) throws IOException, InterruptedException {
        Path library = Files.createDirectories(folder).resolve("libit-contract.so");
        List<String> command = new ArrayList<>(List.of(GCC, "-shared", "-fPIC", "-O1", "-g", "-fvisibility=hidden"));
        command.addAll(List.of(
                "-fsanitize=address,undefined,float-cast-overflow,bounds-strict",
                "-fno-sanitize-recover=all",
                "-fno-omit-frame-pointer"));
        Stream.of(folder, GLUE, PREAMBLES).forEach(include -> command.add("-I" + include));
        sources.forEach(source -> command.add(source.toString()));
        command.addAll(List.of("-o", library.toString(), "-lm"));
        JavaProgram.run(command).succeeded();
        // The JVM frees little when it ends; the dynamic loader's own is freed by nobody.
        Path suppressions = Files.write(
                folder.resolve("suppressions.txt"), List.of("leak:libj", "leak:libzip.so", "leak:ld-linux"));
        return new SanitizedLibrary(library, suppressions);
    }

    /** The start of a command that runs java with this library. */
    List<String> java(Leg leg) throws IOException, InterruptedException {
        String runtime = JavaProgram.run(List.of(GCC, "-print-file-name=libasan.so"))
                .succeeded()
                .text()
                .strip();
        return List.of(
                "env",
                "LD_PRELOAD=" + runtime,
                // The JVM uses faults of memory itself. It is below all that C allocates: more callers, and nothing
                // would be a leak of ours.
                "ASAN_OPTIONS=handle_segv=0:allow_user_segv_handler=1:malloc_context_size=4",
                // Stacks and thread-local memory of the JVM have pages that nobody may read. What only they refer to
                // counts as leaked.
                "LSAN_OPTIONS=use_stacks=0:use_tls=0:use_registers=0:suppressions=" + suppressions,
                "UBSAN_OPTIONS=print_stacktrace=1",
                leg.launcher(),
                // Each allocation is the C heap's own.
                "-Dcffi4j.chunks=false",
                "-Dcffi4j.it-contract.path=" + file);
    }
}
