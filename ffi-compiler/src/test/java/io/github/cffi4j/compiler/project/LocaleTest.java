package io.github.cffi4j.compiler.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.compiler.fetch.FileTree;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A build under locales whose digits or letters are not those of C. */
@DisplayName("Generated code is the same under every locale (fault 6)")
class LocaleTest {
    private final Locale before = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "fa-IR-u-nu-arabext",
                "ar-EG-u-nu-arab",
                "bn-BD-u-nu-beng",
                "mr-IN-u-nu-deva",
                "ne-NP-u-nu-deva",
                "my-MM-u-nu-mymr",
                "th-TH-u-nu-thai"
            })
    void otherDigits(String tag) throws Exception {
        Locale locale = Locale.forLanguageTag(tag);
        assertThat(DecimalFormatSymbols.getInstance(locale).getZeroDigit()).isNotEqualTo('0');

        generatesTheGoldens(locale);
    }

    /** Where the small letter of I is not i, and where commas and points change places. */
    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "az-AZ", "lt-LT", "de-DE"})
    void otherLetters(String tag) throws Exception {
        generatesTheGoldens(Locale.forLanguageTag(tag));
    }

    private static void generatesTheGoldens(Locale locale) throws Exception {
        Locale.setDefault(locale);
        // In the folders of GoldenTest: their compilers have answered the same probes.
        for (Golden golden : GoldenTest.goldens()) {
            FfiProject project = golden.project();
            forgetGenerated(project.layout());
            new BindingGenerator(project).generate();
            same(golden, ".java.golden", Files.readString(golden.generatedJava("")));
            same(golden, "Native.java.golden", Files.readString(golden.generatedJava("Native")));
            same(golden, ".ffi" + golden.preambleSuffix() + ".golden", Files.readString(golden.generatedC()));
            same(golden, ".reachability.golden", Files.readString(golden.generatedMetadata()));
        }
    }

    /** What an earlier locale generated is no answer; what its compilers said of the same probes is. */
    private static void forgetGenerated(ProjectLayout layout) throws IOException {
        FileTree.delete(layout.java());
        if (Files.isDirectory(layout.probes())) {
            try (DirectoryStream<Path> records = Files.newDirectoryStream(layout.probes(), "*.made")) {
                for (Path record : records) {
                    Files.delete(record);
                }
            }
        }
    }

    private static void same(Golden golden, String suffix, String generated) throws IOException {
        assertThat(generated).as(golden + suffix).isEqualTo(Files.readString(golden.source(suffix)));
    }
}
