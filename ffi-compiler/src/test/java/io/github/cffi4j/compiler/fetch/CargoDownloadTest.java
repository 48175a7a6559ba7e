package io.github.cffi4j.compiler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.compiler.process.ProcessResult;
import io.github.cffi4j.compiler.process.ProcessRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CargoDownloadTest {
    private static final ClientPackage.Crate CRATE = new ClientPackage.Crate("libgit2-sys", "0.18.8+1.9.7");

    @TempDir
    Path folder;

    private Path registry;
    private Path scratch;

    @BeforeEach
    void folders() throws Exception {
        registry = Files.createDirectories(folder.resolve("home/registry/cache/a-registry"));
        scratch = Files.createDirectory(folder.resolve("scratch"));
    }

    @Test
    void findsWhatCargoFetched() throws Exception {
        StringBuilder manifest = new StringBuilder();
        ProcessRunner cargo = command -> {
            assertThat(command.line()).isEqualTo("cargo fetch");
            manifest.append(Files.readString(command.directory().orElseThrow().resolve("Cargo.toml")));
            Files.writeString(registry.resolve("libgit2-sys-0.18.8+1.9.7.crate"), "a crate");
            return new ProcessResult(command, 0, "", "", List.of());
        };

        Path file = download(cargo);

        assertThat(file).startsWith(scratch).hasContent("a crate");
        assertThat(manifest.toString()).contains("[dependencies.libgit2-sys]\nversion = \"=0.18.8\"\n");
        assertThat(registry.resolve("libgit2-sys-0.18.8+1.9.7.crate")).exists();
    }

    @Test
    void saysHowTheVersionIsWritten() {
        ProcessRunner cargo = command -> new ProcessResult(command, 0, "", "", List.of());

        assertThatThrownBy(() -> download(cargo))
                .isInstanceOf(FetchException.class)
                .hasMessageContainingAll(
                        "there is no libgit2-sys-0.18.8+1.9.7.crate below " + folder.resolve("home"),
                        "write the version with all its parts");
    }

    private Path download(ProcessRunner cargo) throws Exception {
        return new CargoDownload(cargo, List.of("cargo"), folder.resolve("home")).download(CRATE, scratch);
    }
}
