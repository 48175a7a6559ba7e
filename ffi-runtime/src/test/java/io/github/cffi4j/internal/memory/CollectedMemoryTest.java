package io.github.cffi4j.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class CollectedMemoryTest {
    @Test
    void isFreedWhenNobodyRefersToItAnyMore() throws InterruptedException {
        collectUntilGone(
                new WeakReference<>(CollectedMemory.allocate(64, 1).lifetime().kept()));
    }

    @Test
    void isAlignedAndZeroed() {
        for (long alignment = 1; alignment <= 4096; alignment *= 2) {
            CollectedMemory memory = CollectedMemory.allocate(100, alignment);
            assertThat(memory.address() % alignment).isZero();
            for (int i = 0; i < 100; i++) {
                assertThat(RawMemory.getByte(memory.address() + i)).isZero();
            }
        }
    }

    @Test
    void blocksStayTogether() throws InterruptedException {
        CollectedBlocks blocks = new CollectedBlocks();
        long small = blocks.allocate(16, 1);
        assertThat(blocks.allocate(1, 16)).as("beside it").isEqualTo(small + 16);
        assertThat(blocks.allocate(1, 4096) % 4096).isZero();
        WeakReference<Object> kept = new WeakReference<>(blocks.owner());

        blocks = null;
        collectUntilGone(kept);
    }

    private static void collectUntilGone(WeakReference<?> reference) throws InterruptedException {
        while (reference.get() != null) {
            System.gc();
            Thread.sleep(5);
        }
    }
}
