package io.github.cffi4j.audit.jni;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JniNamesTest {

    @Test
    @DisplayName("a name beyond 16 bits is written as the JVM has it (fault 21)")
    void namesInStringLiterals() {
        assertThat(JniNames.literal("a_$1")).isEqualTo("a_$1");
        assertThat(JniNames.literal("\u00fc\u4e2d")).isEqualTo("\\303\\274\\344\\270\\255");
        assertThat(JniNames.literal("\uD801\uDC00")).isEqualTo("\\355\\240\\201\\355\\260\\200");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GeoNative               | f           | Java_GeoNative_f
            org.example.GeoNative   | area        | Java_org_example_GeoNative_area
            org.example.GeoNative   | geo_area    | Java_org_example_GeoNative_geo_1area
            org.my_lib.GeoNative    | _x_1        | Java_org_my_1lib_GeoNative__1x_11
            org.example.GrößeNative | länge       | Java_org_example_Gr_000f6_000dfeNative_l_000e4nge
            a.BNative               | f$g         | Java_a_BNative_f_00024g
            """)
    void namesSymbolsAsTheSpecificationDoes(String binaryName, String method, String symbol) {
        assertThat(JniNames.symbol(binaryName, method)).isEqualTo(symbol);
    }
}
