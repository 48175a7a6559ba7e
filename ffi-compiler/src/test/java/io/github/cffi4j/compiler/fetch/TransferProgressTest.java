package io.github.cffi4j.compiler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TransferProgressTest {
    @Test
    void oneLineEveryThreeSeconds() {
        AtomicLong now = new AtomicLong(7_000_000_000L);
        List<String> lines = new ArrayList<>();
        TransferProgress progress = new TransferProgress("zig", lines::add, now::get);

        for (int second = 1; second <= 7; second++) {
            now.addAndGet(1_000_000_000);
            progress.transferred(second * 1_000_000L, second < 5 ? 9_600_000 : -1);
        }

        assertThat(lines).containsExactly("zig: 3 MB of 10 MB", "zig: 6 MB");
    }
}
