package io.github.cffi4j.compiler.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.compiler.compile.CompileOptions;
import io.github.cffi4j.compiler.compile.DebugInfo;
import io.github.cffi4j.compiler.compile.LinkPolicy;
import io.github.cffi4j.compiler.compile.SymbolFile;
import io.github.cffi4j.compiler.fetch.Sha256;
import io.github.cffi4j.platform.Platform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with the symbols of released libraries (fault 10). {@code DebugIT} reads those of ELF, and a real crash with them. */
class SymbolFilesTest {
    @TempDir
    private Path folder;

    /** Windows' debuggers find it by the name and the GUID that are in the library. */
    @Test
    void windowsLibrariesHaveAPdb() throws Exception {
        Path library = build("one", DebugInfo.SEPARATE).get(0);
        Path pdb = SymbolFile.of(library);

        String[] path = SymbolFile.storePath(pdb).split("/");
        assertThat(path).hasSize(3).startsWith("small.pdb").endsWith("small.pdb");
        assertThat(path[1]).isEqualTo(guidAndAge(Files.readAllBytes(library)));
        assertThat(strings(pdb)).contains("read_at").anyMatch(it -> it.endsWith("crash.c"));
    }

    @Test
    void noFolderOfTheMachineIsInIt() throws Exception {
        List<Path> one = build("one", DebugInfo.SEPARATE);
        List<Path> other = build("another place", DebugInfo.SEPARATE);

        for (int i = 0; i < one.size(); i++) {
            assertThat(strings(SymbolFile.of(other.get(i)))).isEqualTo(strings(SymbolFile.of(one.get(i))));
            assertThat(Sha256.of(other.get(i))).isEqualTo(Sha256.of(one.get(i)));
            assertThat(Sha256.of(SymbolFile.of(other.get(i)))).isEqualTo(Sha256.of(SymbolFile.of(one.get(i))));
            assertThat(strings(SymbolFile.of(one.get(i))).stream()
                            .filter(it -> it.contains(folder.toString())
                                    || it.contains(System.getProperty("user.home") + "/")))
                    .isEmpty();
        }
    }

    /** What users run is what was tested without symbols, but for the addresses of data, which is one page behind. */
    @Test
    void theCodeIsThatOfALibraryWithoutSymbols() throws Exception {
        List<Path> with = build("one", DebugInfo.SEPARATE);
        List<Path> without = build("without", DebugInfo.NONE);

        for (int i = 0; i < with.size(); i++) {
            byte[] one = code(Files.readAllBytes(with.get(i)));
            byte[] other = code(Files.readAllBytes(without.get(i)));
            assertThat(one).hasSameSizeAs(other);
            assertThat(IntStream.range(0, one.length).filter(at -> one[at] != other[at]))
                    .hasSizeLessThan(one.length / 20);
            assertThat(Files.size(with.get(i))).isLessThan(Files.size(without.get(i)) + 1100);
            assertThat(SymbolFile.of(without.get(i))).doesNotExist();
        }
    }

    private List<Path> build(String name, DebugInfo debug) throws Exception {
        List<Path> libraries = new ArrayList<>();
        SmallModule.of(folder.resolve(name), Platform.WINDOWS_X86_64, Platform.WINDOWS_AARCH_64)
                .with(new CompileOptions(LinkPolicy.AUTO, List.of(), 0, debug))
                .file("ffi/T.cdef", "int crash(int *p);")
                .file("ffi/T.c", "int crash(int *p);")
                .file("c/crash.c", """
                        #include <stdio.h>
                        static int read_at(int *p) {
                            return *p;
                        }
                        int crash(int *p) {
                            if (!p) printf("%d", 1);
                            return read_at(p) + 1;
                        }
                        """)
                .file("c/twins.c", """
                        int dead_code(int a) { return a * 77; }
                        int one_twin(int a) { return a * 78; }
                        int other_twin(int a) { return a * 78; }
                        int (*twins[])(int) = {one_twin, other_twin};
                        """)
                .build()
                .forEach(built -> libraries.add(built.library().file()));
        assertThat(libraries).hasSize(2);
        return libraries;
    }

    /** Of the record RSDS, to which the debug directory points. */
    private static String guidAndAge(byte[] library) {
        ByteBuffer bytes = ByteBuffer.wrap(library).order(ByteOrder.LITTLE_ENDIAN);
        int record = new String(library, StandardCharsets.ISO_8859_1).indexOf("RSDS") + 4;
        return String.format(
                Locale.ROOT,
                "%08X%04X%04X%016X%X",
                bytes.getInt(record),
                bytes.getShort(record + 4),
                bytes.getShort(record + 6),
                bytes.order(ByteOrder.BIG_ENDIAN).getLong(record + 8),
                bytes.order(ByteOrder.LITTLE_ENDIAN).getInt(record + 16));
    }

    /** The section .text of a PE file, which is its first. */
    private static byte[] code(byte[] library) {
        ByteBuffer bytes = ByteBuffer.wrap(library).order(ByteOrder.LITTLE_ENDIAN);
        int header = bytes.getInt(0x3c);
        int section = header + 24 + bytes.getShort(header + 20);
        assertThat(new String(library, section, 5, StandardCharsets.US_ASCII)).isEqualTo(".text");
        byte[] code = new byte[bytes.getInt(section + 8)];
        bytes.get(bytes.getInt(section + 20), code);
        return code;
    }

    /** All that reads like a word or a path. */
    private static List<String> strings(Path file) throws Exception {
        return Pattern.compile("[ -~]{4,}")
                .matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
