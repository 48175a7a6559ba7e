package io.github.cffi4j.compiler.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * tree-sitter's own header without native code: structs by value everywhere, in callbacks too, and enums whose sign Windows has
 * otherwise. {@code .ci/import} runs it.
 */
@Tag("demanding")
class WithoutGlueIT {
    @TempDir
    private Path work;

    @Test
    void treeSitterIsRightForEachPlatform() throws Exception {
        Path folder = Path.of("src/test/resources/headers/tree-sitter").toAbsolutePath();
        WholeHeader header = new WholeHeader(folder, Path.of(System.getProperty("headers.packages")), work);

        List<String> table = header.table().lines().toList();

        assertThat(table.stream().filter(line -> line.startsWith("for ")))
                .containsExactly(
                        "for linux-x86_64 linux-aarch_64 linux-x86_64-musl linux-aarch_64-musl osx-x86_64 osx-aarch_64",
                        "for windows-x86_64 windows-aarch_64");
        List<String> values =
                table.stream().filter(line -> line.startsWith("values")).toList();
        assertThat(values.get(1).split(" ")).hasSizeGreaterThan(1).allMatch(value -> value.matches("values|\\d+=-4"));
        assertThat(header.cdef())
                .contains("TSPoint ts_node_start_point(TSNode self);")
                .doesNotContain("passes a struct");
        assertThat(header.calls())
                .containsPattern(
                        "SYSTEM.handle\\(\"ts_node_start_point\", \"\\(JJ\\)V\", \"\\[s[^\"]*\\] > \\[s[^\"]*\\]\"\\)")
                .containsPattern("SYSTEM.stubs\\(\"ffi_callback_\\w*read\\w*\", \"a u4 \\[s[^\"]*\\] a > a\"\\)");
    }
}
