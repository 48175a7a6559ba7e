package io.github.cffi4j.compiler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Sha256Test {
    /** The example of FIPS 180-2. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    @Test
    void ofBytesAndFiles() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "abc");

        assertThat(Sha256.of("abc".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Sha256(ABC))
                .hasToString(ABC);
        assertThat(Sha256.of(file)).isEqualTo(new Sha256(" " + ABC.toUpperCase(Locale.ROOT) + "\n"));
        new Sha256(ABC).verify(file, "somewhere");
        assertThat(file).exists();
    }

    @Test
    void wrongFileIsDeleted() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "abd");

        assertThatThrownBy(() -> new Sha256(ABC).verify(file, "somewhere"))
                .isInstanceOf(WrongHashException.class)
                .hasMessageContainingAll(
                        "somewhere",
                        ABC,
                        Sha256.of("abd".getBytes(StandardCharsets.UTF_8)).hex());
        assertThat(file).doesNotExist();
    }

    @Test
    void otherTextIsNoHash() {
        assertThatThrownBy(() -> new Sha256("abc")).hasMessageContaining("64 hexadecimal digits");
    }
}
