package io.github.cffi4j.it.contract.signatures;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.compiler.compile.CompileOptions;
import io.github.cffi4j.compiler.compile.LinkPolicy;
import io.github.cffi4j.compiler.fetch.Progress;
import io.github.cffi4j.compiler.fetch.UserCache;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.compiler.project.BindingGenerator;
import io.github.cffi4j.compiler.project.BuiltLibrary;
import io.github.cffi4j.compiler.project.FfiProject;
import io.github.cffi4j.compiler.project.LibraryBuilder;
import io.github.cffi4j.compiler.project.ProjectLayout;
import io.github.cffi4j.compiler.zig.ZigHost;
import io.github.cffi4j.compiler.zig.ZigResolver;
import io.github.cffi4j.compiler.zig.ZigSettings;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random signatures: what Java gets is what C gets when it makes the same call itself, and C's callbacks see what Java's do.
 * The same ones in each configuration; {@code -Dsignatures.seed} and {@code -Dsignatures.count} for others, and for more;
 * .ci/thorough has 2000 of them.
 */
@Tag("builds")
@Tag("thorough")
class SignaturesIT {
    private static final long SEED = Long.getLong("signatures.seed", 20_261_123L);
    private static final int COUNT = Integer.getInteger("signatures.count", 150);
    private static final int AT_ONCE = 250;
    private static final Platform HOST = Host.current().platform();

    @TempDir
    private Path folder;

    static Stream<Integer> groups() {
        return Stream.iterate(0, group -> group + 1).limit((COUNT + AT_ONCE - 1) / AT_ONCE);
    }

    @ParameterizedTest
    @MethodSource("groups")
    void javaGetsWhatCGets(int group) throws Exception {
        String library = "signatures" + group;
        RandomSignatures signatures = new RandomSignatures(SEED + group, Math.min(AT_ONCE, COUNT));
        Path cdefs = Files.createDirectories(folder.resolve("ffi/signatures"));
        Files.writeString(cdefs.resolve("Signatures.cdef"), signatures.cdef());
        Files.writeString(cdefs.resolve("Signatures.c"), signatures.c());
        FfiProject project = project(library);
        new BindingGenerator(project).generate();
        BuiltLibrary built = new LibraryBuilder(project).build(line -> {}).get(0);
        Path check = Files.writeString(folder.resolve("java/signatures/Check.java"), signatures.java());
        Path java = folder.resolve("java/signatures");
        compile(List.of(java.resolve("Signatures.java"), java.resolve("SignaturesNative.java"), check));
        System.setProperty("cffi4j." + library + ".path", built.library().file().toString());

        List<String> wrong = new ArrayList<>();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.resolve("classes").toUri().toURL()})) {
            loader.loadClass("signatures.Check").getMethod("all", List.class).invoke(null, wrong);
        }

        assertThat(wrong).as("of %d signatures, seed %d", AT_ONCE, SEED + group).isEmpty();
    }

    private FfiProject project(String library) {
        UserCache cache = UserCache.locate(
                Optional.empty(), HOST.os(), System.getenv(), Path.of(System.getProperty("user.home")));
        ProcessRunner runner = ProcessRunner.system();
        return FfiProject.of(
                        library,
                        new ProjectLayout(
                                folder,
                                folder.resolve("ffi"),
                                List.of(),
                                folder.resolve("java"),
                                folder.resolve("work"),
                                folder.resolve("classes")),
                        List.of(HOST))
                .withCompiler(() -> ZigResolver.of(
                                ZigSettings.of(new ZigHost(HOST.os(), HOST.arch()), cache), runner, Progress.silent())
                        .resolve())
                .withCache(cache)
                .withRunner(runner)
                .withOptions(new CompileOptions(LinkPolicy.AUTO, List.of(), CACHE_BYTES));
    }

    /** The four configurations need the same objects: compiled once. */
    private static final long CACHE_BYTES = 1_000_000_000;

    private void compile(List<Path> sources) throws Exception {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter output = new StringWriter();
        List<String> options = List.of(
                "-nowarn", "--release", "17", "-d", folder.resolve("classes").toString());
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            assertThat(javac.getTask(output, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                            .call())
                    .as("javac: %s", output)
                    .isTrue();
        }
    }
}
