package io.github.cffi4j.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without its library a binding says so at each use, and never that Java could not initialise a class (fault 29). */
@Tag("processes")
class MissingLibraryIT {
    private static final List<String> USES =
            List.of("function", "check", "variable", "stub", "callback", "upcall", "struct");

    @TempDir
    Path folder;

    @Test
    void eachUseSaysWhatIsMissing() throws Exception {
        Path file = folder.resolve("missing.so");

        List<String> output = output("-Dcffi4j.it-contract.path=" + file);

        assertThat(output).hasSize(2 * USES.size());
        for (int i = 0; i < output.size(); i++) {
            String binding = USES.get(i / 2).equals("struct") ? "Structs" : "Scalars";
            assertThat(output.get(i))
                    .isEqualTo(
                            USES.get(i / 2) + " NativeLibraryNotFoundException io.github.cffi4j.it.contract." + binding
                                    + " could not load the library chosen by -Dcffi4j.it-contract.path=" + file + " 1");
        }
    }

    /** A library that loads, but has nothing of the binding: the JVM's own error names a method that nobody wrote. */
    @Test
    void eachUseSaysThatTheLibraryIsAnother() throws Exception {
        Path other = Path.of(System.getProperty("java.home"))
                .resolve(System.getProperty("os.name").startsWith("Windows") ? "bin" : "lib")
                .resolve(System.mapLibraryName("prefs"));

        List<String> output = output("-Dcffi4j.it-contract.path=" + other);

        assertThat(output)
                .hasSize(2 * USES.size())
                .allMatch(line -> line.matches("\\w+ NativeLibraryNotFoundException"
                        + " io\\.github\\.cffi4j\\.it\\.contract\\.\\w+ has no native methods in the library 'it-contract' that was"
                        + " loaded for it 1"));
    }

    private static List<String> output(String flag) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(JavaCommand.classPath(flag));
        command.set(command.size() - 1, MissingLibrary.class.getName());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines()
                .filter(line -> USES.contains(line.replaceFirst(" .*", "")))
                .toList();
    }
}
