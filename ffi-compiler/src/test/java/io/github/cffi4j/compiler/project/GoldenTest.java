package io.github.cffi4j.compiler.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole bindings, from the cdef to a program that calls the library. {@code -Dgoldens.update=true} rewrites the texts that
 * are compared; read the difference before you commit it.
 */
class GoldenTest {
    private static final boolean UPDATE = Boolean.getBoolean("goldens.update");

    static List<Golden> goldens() throws IOException {
        Path work = Path.of("target", "goldens").toAbsolutePath();
        try (Stream<Path> folders = Files.list(Path.of("src", "test", "resources", "goldens"))) {
            return folders.sorted()
                    .map(folder -> new Golden(folder, work.resolve(folder.getFileName())))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void generates(Golden golden) throws Exception {
        new BindingGenerator(golden.project()).generate();
        compare(golden.source(".java.golden"), Files.readString(golden.generatedJava("")));
        compare(golden.source("Native.java.golden"), Files.readString(golden.generatedJava("Native")));
        compare(golden.source(".ffi" + golden.preambleSuffix() + ".golden"), Files.readString(golden.generatedC()));
        compare(golden.source(".reachability.golden"), Files.readString(golden.generatedMetadata()));
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("inC")
    void compilesAndRuns(Golden golden) throws Exception {
        run(golden, build(golden.project(Set.of(TestZig.HOST))).get(0));
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("inC")
    void compilesForEveryPlatform(Golden golden) throws Exception {
        assertThat(build(golden.project()))
                .extracting(library -> library.library().platform())
                .containsExactlyElementsOf(Platform.standard());
    }

    /** Here alone, since zig's C++ library takes more than a minute for each platform on a new machine. */
    @Tag("demanding")
    @ParameterizedTest
    @MethodSource("inCpp")
    void compilesAndRunsHere(Golden golden) throws Exception {
        run(golden, build(golden.project(Set.of(TestZig.HOST))).get(0));
    }

    static List<Golden> inC() throws IOException {
        return goldens().stream().filter(golden -> !golden.inCpp()).toList();
    }

    static List<Golden> inCpp() throws IOException {
        return goldens().stream().filter(Golden::inCpp).toList();
    }

    private static List<BuiltLibrary> build(FfiProject project) throws Exception {
        new BindingGenerator(project).generate();
        return new LibraryBuilder(project).build(library -> {});
    }

    private static void run(Golden golden, BuiltLibrary library) throws Exception {
        golden.compileJava();
        compare(golden.folder().resolve("output.golden"), golden.run(library.library()));
    }

    private static void compare(Path expected, String actual) throws IOException {
        if (UPDATE) {
            Files.writeString(expected, actual);
        }
        assertThat(actual)
                .as("golden %s: %s", expected.getParent().getFileName(), expected.getFileName())
                .isEqualTo(Files.readString(expected));
    }
}
