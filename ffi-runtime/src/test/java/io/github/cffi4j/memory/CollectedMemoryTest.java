package io.github.cffi4j.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class CollectedMemoryTest {
    @Test
    void isFreedWhenNobodyRefersToItAnyMore() throws InterruptedException {
        collectUntilGone(new WeakReference<>(
                Allocator.collected().allocate(64, 1).lifetime().kept()));
    }

    @Test
    void aSliceKeepsTheWhole() throws InterruptedException {
        Segment slice = Allocator.collected().allocate(64, 1).slice(8, 8);
        WeakReference<Object> kept = new WeakReference<>(slice.lifetime().kept());

        collectUntilGone(new WeakReference<>(
                Allocator.collected().allocate(64, 1).lifetime().kept()));
        assertThat(kept.get()).isNotNull();
        Reference.reachabilityFence(slice);

        slice = null;
        collectUntilGone(kept);
    }

    @Test
    void isAlignedAndZeroed() {
        for (long alignment = 1; alignment <= 4096; alignment *= 2) {
            Segment memory = Allocator.collected().allocate(100, alignment);
            assertThat(memory.address() % alignment).isZero();
            assertThat(memory.byteSize()).isEqualTo(100);
            for (int i = 0; i < 100; i++) {
                assertThat(memory.getByte(i)).isZero();
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
