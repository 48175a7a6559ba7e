package io.github.cffi4j.compiler.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class",
                "int",
                "true",
                "null",
                "_",
                "goto",
                "strictfp",
                "yield",
                "getClass",
                "notify",
                "ffi_layout"
            })
    void putsAnUnderscoreBehindWhatAMethodCannotBeCalled(String name) {
        assertThat(JavaNames.methods().give(name)).isEqualTo(name + "_");
    }

    @ParameterizedTest
    @DisplayName("C's names with $ do not meet those of generated code (fault 21)")
    @ValueSource(strings = {"$", "more$", "x$use", "f$pinned", "Foreign$0", "f$stubs", "f$answered", "Geo$f$included"})
    void keepsOurNames(String name) {
        assertThat(JavaNames.methods().give(name)).isEqualTo(name + "_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "_x", "x_", "var", "record", "Über", "sqlite3_open", "a$b", "$x", "x$used"})
    void leavesOtherNamesAlone(String name) {
        assertThat(JavaNames.methods().give(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pointer", "GeoNative", "LAYOUT", "Geo", "synchronized"})
    void keepsMembersFromHidingWhatGeneratedCodeUses(String name) {
        assertThat(JavaNames.members(Set.of("Geo", "GeoNative")).give(name)).isEqualTo(name + "_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scratch", "Checked", "Reference", "Geo"})
    void keepsParametersFromHidingWhatGeneratedCodeUses(String name) {
        assertThat(JavaNames.parameters(Set.of("Geo")).give(name)).isEqualTo(name + "_");
    }

    @Test
    void givesNoNameTwice() {
        JavaNames names = JavaNames.methods();
        assertThat(names.give("int")).isEqualTo("int_");
        assertThat(names.give("int_")).isEqualTo("int__");
        assertThat(names.give("x")).isEqualTo("x");
        assertThat(names.give("x")).isEqualTo("x_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"record", "var", "yield", "sealed", "permits", "native", "NATIVE", "Pointer"})
    void putsAnUnderscoreBehindWhatAClassCannotBeCalled(String name) {
        assertThat(JavaNames.members(Set.of("Geo", "GeoNative")).giveClass(name))
                .isEqualTo(name + "_");
    }

    @Test
    void classesDifferInMoreThanCase() {
        JavaNames names = JavaNames.members(Set.of("Geo", "GeoNative"));
        assertThat(names.giveClass("Point")).isEqualTo("Point");
        assertThat(names.giveClass("point")).isEqualTo("point_");
        assertThat(names.giveClass("POINT_")).isEqualTo("POINT__");
        assertThat(names.give("pOINT")).as("a constant is no file").isEqualTo("pOINT");
    }
}
