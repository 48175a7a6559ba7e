package io.github.cffi4j.compiler.project;

import io.github.cffi4j.compiler.compile.LinkedLibrary;
import io.github.cffi4j.compiler.process.Command;
import io.github.cffi4j.compiler.process.ProcessResult;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.platform.Platform;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder with a cdef, the files generated from it, and a small program that uses it.
 *
 * @param folder the one in the sources, so that its goldens can be rewritten
 * @param work kept between runs: what is up to date is not compiled again
 */
record Golden(Path folder, Path work) {
    private static final String PACKAGE = "golden";

    /** The module that a golden stands for, with its cdef and preamble copied into package {@code golden}. */
    FfiProject project() throws IOException {
        return project(Set.copyOf(Platform.standard()));
    }

    /** The same, built for some of its platforms. */
    FfiProject project(Set<Platform> built) throws IOException {
        Path cdefs = Files.createDirectories(work.resolve("ffi").resolve(PACKAGE));
        for (String suffix : List.of(".cdef", preambleSuffix())) {
            Files.copy(source(suffix), cdefs.resolve(name() + suffix), StandardCopyOption.REPLACE_EXISTING);
        }
        copyOthers();
        return TestModule.of(library(), work, work.resolve("ffi"), built);
    }

    /** Cdefs of other packages, for the one to include. */
    private void copyOthers() throws IOException {
        Path others = folder.resolve("ffi");
        if (Files.isDirectory(others)) {
            try (var files = Files.walk(others)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path target =
                            work.resolve("ffi").resolve(others.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** The class: the name of the one cdef of the folder. */
    String name() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".cdef"))
                    .map(file -> file.substring(0, file.length() - ".cdef".length()))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no cdef in " + folder));
        }
    }

    Path source(String suffix) throws IOException {
        return folder.resolve(name() + suffix);
    }

    /**
     * A generated Java file.
     *
     * @param suffix of its name, behind the cdef's
     */
    Path generatedJava(String suffix) throws IOException {
        return work.resolve("java").resolve(PACKAGE).resolve(name() + suffix + ".java");
    }

    Path generatedC() throws IOException {
        return work.resolve("work").resolve("c").resolve(PACKAGE + "." + name() + ".ffi" + preambleSuffix());
    }

    Path generatedMetadata() throws IOException {
        return work.resolve("classes/META-INF/native-image/io.github.cffi4j.binding")
                .resolve(PACKAGE + "." + name())
                .resolve("reachability-metadata.json");
    }

    /** Returns true if the preamble is C++. */
    boolean inCpp() {
        try {
            return Files.exists(source(".cpp"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The suffix of the preamble, {@code .c} or {@code .cpp}. */
    String preambleSuffix() {
        return inCpp() ? ".cpp" : ".c";
    }

    /** Compiles the generated class and {@code Use.java}. */
    void compileJava() throws IOException {
        GeneratedJava.compile(sources(), work.resolve("classes"));
    }

    private List<Path> sources() throws IOException {
        try (var generated = Files.walk(work.resolve("java"))) {
            return Stream.concat(generated, Stream.of(folder.resolve("Use.java")))
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList();
        }
    }

    /** What {@code golden.Use} prints, with this machine's library. */
    String run(LinkedLibrary linked) throws IOException, InterruptedException {
        ProcessResult result = ProcessRunner.system()
                .run(Command.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xcheck:jni",
                        "-Dfile.encoding=UTF-8",
                        "-Dcffi4j." + library() + ".path=" + linked.file(),
                        "-cp",
                        work.resolve("classes") + File.pathSeparator + System.getProperty("java.class.path"),
                        PACKAGE + ".Use"));
        return String.join("\n", result.lines()) + (result.succeeded() ? "\n" : "\nexit code " + result.exitCode());
    }

    private String library() {
        return folder.getFileName().toString();
    }

    @Override
    public String toString() {
        return library();
    }
}
