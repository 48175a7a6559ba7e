package io.github.cffi4j.compiler.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.cdef.CdefParser;
import io.github.cffi4j.cdef.Declaration;
import io.github.cffi4j.cdef.Diagnostic;
import io.github.cffi4j.cdef.IncludedTexts;
import io.github.cffi4j.cdef.ParsedCdef;
import io.github.cffi4j.cdef.SourceText;
import io.github.cffi4j.cdef.layout.CompositeLayout;
import io.github.cffi4j.cdef.layout.Layouts;
import io.github.cffi4j.cdef.model.Scope;
import io.github.cffi4j.compiler.compile.CompileUnit;
import io.github.cffi4j.compiler.compile.CompiledUnit;
import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.compiler.compile.Toolchain;
import io.github.cffi4j.compiler.compile.UnitCompiler;
import io.github.cffi4j.compiler.fetch.Progress;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.compiler.text.Text;
import io.github.cffi4j.compiler.trace.Trace;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The layouts of random structs by the rules of cdef.layout are those of each platform's compiler. More structs, or others:
 * {@code -Dlayouts.count=5000 -Dlayouts.seed=7}.
 */
class LayoutRulesTest {
    private static final int COUNT = Integer.getInteger("layouts.count", 300);
    private static final long SEED = Long.getLong("layouts.seed", 1);
    private static final String HEADERS = """
            #include <stdbool.h>
            #include <stddef.h>
            #include <stdint.h>
            #include <wchar.h>
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void areTheCompilers(Platform platform) throws Exception {
        RandomTypes types = new RandomTypes(SEED + platform.ordinal());
        String declarations = types.declare(COUNT);
        ParsedCdef cdef = CdefParser.parse(
                        new SourceText("Random.cdef", declarations), "", IncludedTexts.NONE, Set.of(platform))
                .on(platform);
        List<Diagnostic> errors = new ArrayList<>();
        Layouts layouts = new Layouts(new Scope(cdef, errors), platform);
        assertThat(errors).isEmpty();
        StringBuilder text = new StringBuilder(HEADERS).append(declarations);
        int compared = 0;
        for (Declaration declaration : cdef.declarations()) {
            if (declaration instanceof Declaration.Composite composite
                    && types.composites().contains(composite.kind().keyword() + " " + composite.name())) {
                claim(composite, layouts.of(composite), text);
                compared++;
            } else if (declaration instanceof Declaration.Enumeration enumeration) {
                for (Declaration.Enumerator each : enumeration.enumerators()) {
                    text.append(assertion(
                            each.name(),
                            layouts.value(each.name()).orElseThrow().longValueExact()));
                }
            }
        }
        assertThat(compared).isEqualTo(COUNT);
        Path source = Files.writeString(folder.resolve("layouts.c"), text);
        UnitCompiler compiler = new UnitCompiler(new Toolchain(
                TestZig.get(), TestZig.CACHE, TestZig.ALONE, ProcessRunner.system(), Progress.silent(), new Trace()));

        CompiledUnit compiled = compiler.compile(
                new CompileUnit(platform, CompilerSettings.none(), folder, source, folder.resolve("layouts.o")));

        assertThat(compiled).isInstanceOf(CompiledUnit.Compiled.class);
    }

    private static void claim(Declaration.Composite composite, CompositeLayout layout, StringBuilder text) {
        String name = composite.kind().keyword() + " " + composite.name();
        text.append(assertion("sizeof(" + name + ")", layout.size()));
        text.append(assertion("_Alignof(" + name + ")", layout.alignment()));
        for (CompositeLayout.Field field : layout.fields()) {
            if (!field.bitfield()) {
                text.append(assertion("__builtin_offsetof(" + name + ", " + field.name() + ")", field.offset()));
            }
        }
    }

    private static String assertion(String expression, long value) {
        return Text.format(
                "_Static_assert(%s == %dLL, \"%s is %d by the rules\");\n", expression, value, expression, value);
    }
}
