package io.github.cffi4j.benchmark.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {
    private static final String PAGE =
            "before\n<!-- Written by the benchmark. -->\nold\n<!-- End of what the benchmark wrote. -->\nafter\n";

    @Test
    void ratiosOfAllJdksTakeThePlaceOfTheOldOnes(@TempDir Path folder) throws IOException {
        Measured java17 = new Measured(17);
        java17.add(Row.INT_CALL, Contender.HAND_JNI, 8);
        java17.add(Row.INT_CALL, Contender.JNA, 20);
        java17.add(Row.FIELD_GET, Contender.UNSAFE, 0.5);
        java17.add(Row.FIELD_GET, Contender.HAND_JNI, 5);
        java17.write(folder.resolve("times"));
        new Measured(25).write(folder.resolve("times"));
        Path page = Files.writeString(folder.resolve("README.md"), PAGE);

        Table.write(folder.resolve("times"), page);

        assertThat(page)
                .content()
                .startsWith("before\n")
                .endsWith("after\n")
                .doesNotContain("old")
                .contains("### Java 17\n"
                        + "| | goal | cffi4j | ABI mode | hand JNI | JNA | JNR | JavaCPP | Unsafe |\n"
                        + "|---|---|---|---|---|---|---|---|---|\n")
                .contains("| `int f(int, int)` | <= 1.05; ABI <= 1.10 | - | - | 1.00 | 2.50 | - | - | - |\n")
                .contains("| field get (Unsafe = 1) | <= 1.25 | - | - | 10.00 | - | - | - | 1.00 |\n")
                .contains("### Java 25\n");
    }

    @Test
    void aPageWithoutPlaceForTablesIsLeftAlone(@TempDir Path folder) throws IOException {
        Path page = Files.writeString(folder.resolve("README.md"), "text\n");
        Path times = Files.createDirectory(folder.resolve("times"));

        assertThatThrownBy(() -> Table.write(times, page))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("lacks the lines between which the tables go");
        assertThat(page).hasContent("text\n");
    }
}
