package io.github.cffi4j.compiler.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a library with generated glue exports (fault 27). */
class EntryListTest {
    private static final EntryList ENTRIES = EntryList.with(List.of("geo_*", "exact"));

    @ParameterizedTest
    @CsvSource({
        "Java_org_example_GeoNative_area, true",
        "_Java_f, true",
        "Java_f@8, true",
        "JNI_OnLoad, true",
        "JNI_OnUnload, true",
        "ffi_layout_org_example_Geo, true",
        "geo_, true",
        "_geo_plugin, true",
        "exact, true",
        "exactly, false",
        "deflate, false",
        "my_Java_f, false",
        "JNI_CreateJavaVM, false",
    })
    void keepsTheEntriesForJavaAndTheAuthorsNames(String symbol, boolean kept) {
        assertThat(ENTRIES.keeps(symbol)).isEqualTo(kept);
    }

    @Test
    void saysSoToALinkerForElf() {
        assertThat(ENTRIES.versionScript())
                .isEqualTo("{ global: Java_*; JavaCritical_*; JNI_OnLoad*; JNI_OnUnload*; ffi_layout_*; geo_*;"
                        + " \"exact\"; local: *; };\n");
    }

    @Test
    void refusesWhatIsNoNameOfC() {
        assertThatThrownBy(() -> EntryList.with(List.of("a; local")))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageStartingWith("<exports>: 'a; local' is not the name of a function or variable in C");
    }
}
