package io.github.cffi4j.compiler.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.compiler.compile.CompileUnit;
import io.github.cffi4j.compiler.compile.CompiledUnit;
import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.compiler.compile.UnitCompiler;
import io.github.cffi4j.compiler.object.ObjectFile;
import io.github.cffi4j.compiler.object.ObjectFile.Symbol;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Objects of zig's compiler for every platform: the names that they use are the true ones. */
class ObjectFileTest {
    private static final long MARKER = 0x6a34696666632d31L;

    private static final String SOURCE = """
            #include <stdio.h>
            #include <time.h>
            extern int other(int);
            extern int renamed(void) __asm__("its$true$name");
            extern int variable;
            static inline int inside(void) { return 1; }
            struct place { unsigned long long marker; const void *address; };
            #define AT(I, X) __attribute__((used)) const struct place at_##I = { 0x6a34696666632d31ULL + I, (const void *)&X };
            AT(0, other) AT(1, variable) AT(2, inside) AT(3, renamed) AT(4, time)
            """;

    @TempDir
    private Path base;

    @Tag("thorough")
    @ParameterizedTest
    @EnumSource(Platform.class)
    void tellsTheSymbolOfEachAddress(Platform platform) throws Exception {
        byte[] bytes = compile(platform);
        ObjectFile object = ObjectFile.read(bytes);
        boolean underscore = platform.os() == OperatingSystem.OSX || platform == Platform.WINDOWS_X86_32;
        String prefix = underscore ? "_" : "";
        String time = platform.os() == OperatingSystem.WINDOWS
                ? platform == Platform.WINDOWS_X86_32 ? "_time32" : "_time64"
                : "time";
        ByteOrder order = platform == Platform.LINUX_S390_64 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        List<Symbol> symbols = IntStream.range(0, 5)
                .mapToObj(i -> object.at(find(ByteBuffer.wrap(bytes).order(order), MARKER + i) + Long.BYTES)
                        .orElseThrow())
                .toList();
        assertThat(symbols.stream().map(Symbol::undefined)).containsExactly(true, true, false, true, true);
        assertThat(symbols.get(0).name()).isEqualTo(prefix + "other");
        assertThat(symbols.get(1).name()).isEqualTo(prefix + "variable");
        assertThat(symbols.get(3).name()).isIn("its$true$name", prefix + "its$true$name");
        Map<String, Long> named =
                object.undefined().stream().collect(Collectors.groupingBy(n -> n, Collectors.counting()));
        assertThat(named).containsKeys(prefix + "other", prefix + "variable").doesNotContainKey(prefix + "inside");
        if (!platform.classifier().endsWith("32")) {
            assertThat(symbols.get(4).name()).isEqualTo(prefix + time);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LINUX_X86_64", "OSX_AARCH_64", "WINDOWS_X86_64"})
    void refusesWhatIsDamaged(Platform platform) throws Exception {
        byte[] bytes = compile(platform);
        byte[] cut = Arrays.copyOf(bytes, bytes.length / 2);
        assertThatThrownBy(() -> ObjectFile.read(cut)).isInstanceOf(IllegalArgumentException.class);
    }

    private byte[] compile(Platform platform) throws Exception {
        Path source = Files.writeString(base.resolve("names.c"), SOURCE);
        try (UnitCompiler compiler =
                new UnitCompiler(SmallModule.of(base, platform).project().toolchain())) {
            CompiledUnit unit = compiler.compile(
                    new CompileUnit(platform, CompilerSettings.none(), base, source, base.resolve(platform + ".o")));
            return Files.readAllBytes(((CompiledUnit.Compiled) unit).object());
        }
    }

    private static long find(ByteBuffer bytes, long marker) {
        for (int at = 0; at + Long.BYTES <= bytes.limit(); at++) {
            if (bytes.getLong(at) == marker) {
                return at;
            }
        }
        throw new AssertionError("no marker");
    }
}
