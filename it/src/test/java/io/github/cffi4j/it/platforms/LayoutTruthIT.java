package io.github.cffi4j.it.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.cdef.CdefParser;
import io.github.cffi4j.cdef.IncludedTexts;
import io.github.cffi4j.cdef.ParsedCdef;
import io.github.cffi4j.cdef.SourceText;
import io.github.cffi4j.it.TestSettings;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every size, offset and constant that the libraries of the contract suite carry, read from their bytes, is what the rules of
 * the platform's ABI say: also where nothing can be run.
 */
@Tag("demanding")
class LayoutTruthIT {
    private static final String PACKAGE = "io.github.cffi4j.it.contract";
    private static final Path CONTRACT = Path.of(TestSettings.property("it.contract"));
    private static final Path CDEFS = Path.of(TestSettings.property("it.checkout"))
            .resolve("it-contract/src/main/ffi")
            .resolve(PACKAGE.replace('.', '/'));

    /** Soak has nothing but functions. */
    static Stream<Arguments> bindingsOnAllPlatforms() {
        return Stream.of("Calls", "Errors", "Layouts", "Owners", "Pinned", "Scalars", "Structs", "Wide")
                .flatMap(binding -> Platform.of(Leg.TIER).stream().map(platform -> Arguments.of(binding, platform)));
    }

    @ParameterizedTest
    @MethodSource("bindingsOnAllPlatforms")
    void theLibrarySaysWhatTheAbiSays(String binding, Platform platform) throws Exception {
        LayoutValues table = LayoutValues.declared(
                CONTRACT.resolve("ffi/c/" + PACKAGE + "." + binding + ".ffi.c"),
                "ffi_layout_" + (PACKAGE + "." + binding).replace('.', '_'),
                platform);
        List<Long> values = table.in(ClassifierJars.library(CONTRACT, "it-contract", platform), platform);
        // The preamble says what this is; the rules have to be told.
        String declarations = Files.readString(CDEFS.resolve(binding + ".cdef"))
                .replace("typedef int... box_id;", "typedef unsigned short box_id;");
        ParsedCdef cdef = CdefParser.parse(
                        new SourceText(binding, declarations), "", IncludedTexts.NONE, Set.of(platform))
                .on(platform);
        RuledValues rules = new RuledValues(cdef, platform);

        Map<String, Long> said = new LinkedHashMap<>();
        Map<String, Long> ruled = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            said.put(table.expressions().get(i), values.get(i));
            ruled.put(
                    table.expressions().get(i), rules.value(table.expressions().get(i)));
        }
        assertThat(said).isNotEmpty().isEqualTo(ruled);
    }
}
