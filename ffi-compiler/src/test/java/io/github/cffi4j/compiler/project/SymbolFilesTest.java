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
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files with the symbols of released libraries (fault 10). {@code DebugIT} reads those of ELF, and a real crash with them. */
@Tag("thorough")
class SymbolFilesTest {
    private static final Platform[] WINDOWS = {Platform.WINDOWS_X86_64, Platform.WINDOWS_AARCH_64};
    private static final Platform[] MACOS = {Platform.OSX_AARCH_64, Platform.OSX_X86_64};

    @TempDir
    private Path folder;

    /** Windows' debuggers find it by the name and the GUID that are in the library. */
    @Test
    void windowsLibrariesHaveAPdb() throws Exception {
        Path library = build("one", DebugInfo.SEPARATE, WINDOWS).get(0);
        Path pdb = SymbolFile.of(library);

        String[] path = SymbolFile.store(pdb).keySet().iterator().next().split("/");
        assertThat(path).hasSize(3).startsWith("small.pdb").endsWith("small.pdb");
        assertThat(path[1]).isEqualTo(guidAndAge(Files.readAllBytes(library)));
        assertThat(strings(pdb)).contains("read_at").anyMatch(it -> it.endsWith("crash.c"));
    }

    /** The facts that dsymutil and lldb need: the library's own UUID, its symbols, and the objects by their names. */
    @Test
    void macOsLibrariesHaveADebugMap() throws Exception {
        Path library = build("one", DebugInfo.SEPARATE, MACOS).get(0);
        Map<String, Path> files = SymbolFile.store(SymbolFile.of(library));

        assertThat(files.keySet())
                .contains("libsmall.dylib")
                .hasSize(4)
                .allMatch(it -> it.startsWith("objects/") || it.equals("libsmall.dylib"));
        Path symbols = files.get("libsmall.dylib");
        assertThat(uuid(symbols)).isEqualTo(uuid(library));
        assertThat(strings(symbols))
                .contains("_crash", "_dead_code")
                .filteredOn(it -> it.startsWith("objects/"))
                .hasSize(3)
                .allMatch(files::containsKey);
        assertThat(strings(library)).noneMatch(it -> it.startsWith("objects/"));
    }

    /** It is the very library that is built without symbols. */
    @Test
    void macOsLibrariesAreTheSame() throws Exception {
        List<Path> with = build("one", DebugInfo.SEPARATE, MACOS);
        List<Path> without = build("without", DebugInfo.NONE, MACOS);

        for (int i = 0; i < with.size(); i++) {
            assertThat(with.get(i)).hasSameBinaryContentAs(without.get(i));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noFolderOfTheMachineIsInIt(boolean macOs) throws Exception {
        Platform[] platforms = macOs ? MACOS : WINDOWS;
        List<Path> one = build("one", DebugInfo.SEPARATE, platforms);
        List<Path> other = build("another place", DebugInfo.SEPARATE, platforms);

        for (int i = 0; i < one.size(); i++) {
            assertThat(strings(SymbolFile.of(other.get(i)))).isEqualTo(strings(SymbolFile.of(one.get(i))));
            assertThat(Sha256.of(other.get(i))).isEqualTo(Sha256.of(one.get(i)));
            Map<String, Path> files = SymbolFile.store(SymbolFile.of(one.get(i)));
            Map<String, Path> others = SymbolFile.store(SymbolFile.of(other.get(i)));
            assertThat(others.keySet()).isEqualTo(files.keySet());
            for (Map.Entry<String, Path> file : files.entrySet()) {
                assertThat(others.get(file.getKey())).hasSameBinaryContentAs(file.getValue());
                assertThat(strings(file.getValue()).stream().filter(it -> it.contains(folder.toString())))
                        .isEmpty();
            }
            assertThat(strings(SymbolFile.of(one.get(i))).stream()
                            .filter(it -> it.contains(folder.toString())
                                    || it.contains(System.getProperty("user.home") + "/")))
                    .isEmpty();
        }
    }

    /** Symbols change nothing in the library that users run, but for the addresses of data, which is one page behind. */
    @Test
    void theCodeIsThatOfALibraryWithoutSymbols() throws Exception {
        List<Path> with = build("one", DebugInfo.SEPARATE, WINDOWS);
        List<Path> without = build("without", DebugInfo.NONE, WINDOWS);

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

    private List<Path> build(String name, DebugInfo debug, Platform... platforms) throws Exception {
        List<Path> libraries = new ArrayList<>();
        SmallModule.of(folder.resolve(name), platforms)
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

    /** Of the load command 0x1b, which has 24 bytes. */
    private static String uuid(Path file) throws Exception {
        String bytes = HexFormat.of().formatHex(Files.readAllBytes(file));
        int at = bytes.indexOf("1b00000018000000");
        return bytes.substring(at + 16, at + 48);
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
