package io.github.cffi4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.compiler.fetch.Progress;
import io.github.cffi4j.compiler.fetch.UserCache;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.compiler.zig.Zig;
import io.github.cffi4j.compiler.zig.ZigHost;
import io.github.cffi4j.compiler.zig.ZigResolver;
import io.github.cffi4j.compiler.zig.ZigSettings;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random signatures, compiled by zig: the engine and C see the same. {@code .ci/engine} does the same for thousands, and on other
 * systems and processors. {@code -Dsignatures.seed} and {@code -Dsignatures.count} are for others, and for more.
 */
class RandomSignaturesTest {
    private static final long SEED = Long.getLong("signatures.seed", 20_261_130L);
    private static final int COUNT = Integer.getInteger("signatures.count", 400);

    @TempDir
    private Path folder;

    @Test
    void callsAndCallbacksSeeWhatCSees() throws IOException, InterruptedException {
        Abi abi = Abi.host();
        Path source = Files.writeString(folder.resolve("functions.c"), new RandomFunctions(abi, SEED, COUNT).c());
        Path library = folder.resolve(Host.current().platform().libraryFileName("functions"));
        compile(source, library);

        Differences differences;
        try (NativeLibrary opened = NativeLibrary.open(library.toString())) {
            differences = Differences.of(abi, SEED, COUNT, opened);
        }

        assertThat(differences.found()).isEmpty();
        assertThat(differences.calls()).isEqualTo(2 * COUNT);
        assertThat(differences.callbacks()).isGreaterThan(COUNT / 2);
    }

    private void compile(Path source, Path library) throws IOException, InterruptedException {
        Platform host = Host.current().platform();
        UserCache cache = UserCache.locate(
                Optional.empty(), host.os(), System.getenv(), Path.of(System.getProperty("user.home")));
        Zig zig = ZigResolver.of(
                        ZigSettings.of(new ZigHost(host.os(), host.arch()), cache),
                        ProcessRunner.system(),
                        Progress.silent())
                .resolve();
        ProcessBuilder compiler = new ProcessBuilder(List.of(
                zig.executable().toString(),
                "cc",
                "-target",
                host.zigTarget(),
                "-shared",
                "-nostdlib",
                "-O1",
                "-fPIC",
                "-g0",
                "-w",
                "-ffreestanding",
                "-fno-sanitize=undefined",
                "-o",
                library.toString(),
                source.toString()));
        compiler.environment()
                .put(
                        "ZIG_GLOBAL_CACHE_DIR",
                        Files.createDirectories(folder.resolve("cache")).toString());
        compiler.environment()
                .put("ZIG_LOCAL_CACHE_DIR", folder.resolve("cache").toString());
        Process process = compiler.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
