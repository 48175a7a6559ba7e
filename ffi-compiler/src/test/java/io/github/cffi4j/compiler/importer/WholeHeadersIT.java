package io.github.cffi4j.compiler.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole headers of well-known libraries: imported for eight platforms, built and called. {@code .ci/import} fetches the packages
 * that have them. {@code -Dheaders.only=zlib} takes one.
 */
@Tag("demanding")
class WholeHeadersIT {
    private static final boolean UPDATE = Boolean.getBoolean("goldens.update");
    private static final double NANOS = 1e9;
    private static final Path PAGE = Path.of("..", "docs", "import.md");

    static List<WholeHeader> headers() throws IOException {
        Path packages = Path.of(System.getProperty("headers.packages")).toAbsolutePath();
        Path work = Path.of("target", "headers").toAbsolutePath();
        String only = System.getProperty("headers.only", "");
        try (Stream<Path> folders = Files.list(Path.of("src", "test", "resources", "headers"))) {
            return folders.sorted()
                    .map(folder ->
                            new WholeHeader(folder.toAbsolutePath(), packages, work.resolve(folder.getFileName())))
                    .filter(header -> only.isEmpty() || List.of(only.split(",")).contains(header.name()))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("headers")
    void isImportedBuiltAndCalled(WholeHeader header) throws Exception {
        long start = System.nanoTime();
        ImportResult result = header.run();
        long imported = System.nanoTime();
        System.out.println(header + ": " + String.join("\n  ", result.summary()));

        String cdef = header.cdef();
        assertThat(header.run().changed())
                .as("changes when it is imported again")
                .isFalse();
        assertThat(header.cdef()).isEqualTo(cdef);

        long built = System.nanoTime();
        compare(header.folder().resolve("output.txt"), header.output());
        System.out.printf(
                Locale.ROOT,
                "  imported in %.1f s, built and called in %.1f s%n",
                (imported - start) / NANOS,
                (System.nanoTime() - built) / NANOS);

        HeaderRow row = HeaderRow.of(header, result.report());
        if (UPDATE) {
            Files.writeString(PAGE, row.in(Files.readString(PAGE)));
        }
        assertThat(Files.readString(PAGE)).contains(row.line() + "\n");
    }

    /** Most functions of these two take or give structs, which only compilers know how to pass. */
    @ParameterizedTest
    @ValueSource(strings = {"tree-sitter", "raylib"})
    void isImportedForABindingWithoutC(String name) throws Exception {
        WholeHeader header = headers().stream()
                .filter(one -> one.name().equals(name))
                .map(one ->
                        new WholeHeader(one.folder(), one.packages(), one.work().resolveSibling(name + "-abi")))
                .findFirst()
                .orElse(null);
        assumeThat(header).as("-Dheaders.only names others").isNotNull();

        ImportResult result = header.runWithoutC();

        System.out.println(name + " without C: " + String.join("\n  ", result.summary()));
        assertThat(header.cdef().lines().filter(line -> line.startsWith("/* not imported: ")))
                .as("what C alone could do is in line in the headers")
                .hasSize((int) header.cdef()
                        .lines()
                        .filter(line -> line.contains("is an inline function in the headers"))
                        .count());
    }

    private static void compare(Path expected, String actual) throws IOException {
        if (UPDATE) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(expected));
    }
}
