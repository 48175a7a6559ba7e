package io.github.cffi4j.build.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
    void generatesCompilesAndRuns(Golden golden) throws Exception {
        FfiProject project = golden.project();
        new BindingGenerator(project).generate();
        compare(golden.source(".java.golden"), Files.readString(golden.generatedJava()));
        compare(golden.source(".ffi" + golden.preambleSuffix() + ".golden"), Files.readString(golden.generatedC()));

        List<BuiltLibrary> built = new LibraryBuilder(project).build(library -> {});
        assertThat(built).extracting(library -> library.library().platform()).containsExactly(Platform.values());

        golden.compileJava();
        compare(
                golden.folder().resolve("output.golden"),
                golden.run(built.get(TestZig.HOST.ordinal()).library()));
    }

    private static void compare(Path expected, String actual) throws IOException {
        if (UPDATE) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(expected));
    }
}
