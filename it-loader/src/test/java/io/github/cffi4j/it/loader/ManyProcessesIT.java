package io.github.cffi4j.it.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hundreds of JVMs: together, and killed. */
class ManyProcessesIT {
    private static final int TOGETHER = 100;
    private static final int KILLS = 200;

    @TempDir
    Path folder;

    @Test
    @Tag("demanding")
    void aHundredStartTogetherOnAnEmptyCache() throws Exception {
        Machine machine = new Machine(folder, 1 << 20);
        List<Machine.Start> starts = new ArrayList<>();
        for (int i = 0; i < TOGETHER; i++) {
            starts.add(machine.start());
        }

        for (Machine.Start start : starts) {
            assertThat(start.loaded()).isEqualTo(machine.cached(machine.cache));
        }

        assertThat(machine.cached(machine.cache)).hasBinaryContent(machine.geo().content());
        assertNothingHalf(machine);
    }

    @Test
    @Tag("demanding")
    void whoeverIsKilledTheNextStartLoads() throws Exception {
        Machine machine = new Machine(folder, 4 << 20);
        Path file = machine.cached(machine.cache);
        Random random = new Random(1);
        int killedInTime = 0;
        for (int i = 0; i < KILLS; i++) {
            Files.deleteIfExists(file);
            Machine.Start victim = machine.start();
            victim.awaitLoading();
            Thread.sleep(random.nextInt(200));
            victim.process().destroyForcibly().waitFor();
            killedInTime += Files.exists(file) ? 0 : 1;

            assertThat(machine.start().loaded())
                    .isEqualTo(file)
                    .hasBinaryContent(machine.geo().content());
        }

        assertThat(killedInTime).as("killed before the library was there").isGreaterThan(KILLS / 10);
        Files.delete(file);
        machine.start().loaded();
        assertNothingHalf(machine);
    }

    private static void assertNothingHalf(Machine machine) {
        assertThat(Machine.files(machine.cache))
                .noneSatisfy(file -> assertThat(file.toString()).endsWith(".tmp"));
    }
}
