package io.github.cffi4j.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A start pays for what it uses. Classes are counted, since time cannot be tested. */
class FirstCallIT {
    private static final boolean FOREIGN =
            System.getProperty("contract.backend").equals("ffm");

    /** The first start fills the cache, which takes classes that no later one loads. */
    @BeforeAll
    static void fillTheCache() throws Exception {
        loaded();
    }

    @Test
    void loadsFewClasses() throws Exception {
        assertThat(loaded())
                .filteredOn(name -> name.startsWith("io.github.cffi4j.") && !name.contains(".contract."))
                .contains("io.github.cffi4j.generated.LibraryLoader")
                // Some of them for access lists, which Windows has, and for a library that is in a folder, as it may be
                // here: only that needs the table of platforms, which is eight of them.
                .hasSizeLessThan(FOREIGN ? 48 : 35);
    }

    @Test
    void leavesJavaLangForeignAloneWhereJniCalls() throws Exception {
        assertThat(loaded().stream().anyMatch(name -> name.startsWith("java.lang.foreign.")))
                .isEqualTo(FOREIGN);
    }

    private static List<String> loaded() throws Exception {
        List<String> command = new ArrayList<>(JavaCommand.classPath("-Xlog:class+load"));
        command.set(command.size() - 1, FirstCall.class.getName());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("called 42");
        return output.lines()
                .filter(line -> line.contains(" source: "))
                .map(line -> line.replaceAll("^\\S*\\s+(\\S+) source: .*", "$1"))
                .toList();
    }
}
