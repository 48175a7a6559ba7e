package io.github.cffi4j.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChunkTest {
    private final Chunk chunk = Chunk.borrow();

    @AfterEach
    void giveBack() {
        chunk.giveBack();
    }

    @Test
    void nobodyElseHasIt() {
        assertThat(Chunk.borrow()).as("the second of this thread").isNull();
    }

    @Test
    void itIsUsedAgainAndCleared() {
        long address = chunk.allocate(24, 8);
        RawMemory.putLong(address + 16, -1);
        chunk.giveBack();

        assertThat(Chunk.borrow()).isSameAs(chunk);
        assertThat(chunk.allocate(24, 8)).isEqualTo(address);
        assertThat(RawMemory.getLong(address + 16)).isZero();
    }

    @Test
    void givesZerosUntilItIsFull() {
        List<Long> addresses = new ArrayList<>();
        for (long address = chunk.allocate(100, 16); address != 0; address = chunk.allocate(100, 16)) {
            addresses.add(address);
            for (int i = 0; i < 100; i++) {
                assertThat(RawMemory.getByte(address + i)).isZero();
                RawMemory.putByte(address + i, (byte) -1);
            }
        }

        assertThat(addresses).hasSize(Chunk.SIZE / 112).isSorted().allMatch(address -> address % 16 == 0);
        assertThat(chunk.allocate(1, 1)).as("what is left of it").isNotZero();
    }

    @ParameterizedTest
    @CsvSource({"-1, 8", "8, 0", "8, 3", "8, 32", "1025, 8", Long.MAX_VALUE + ", 8", "8, " + Long.MIN_VALUE})
    void leavesTheRestToTheHeap(long bytes, long alignment) {
        assertThat(chunk.allocate(bytes, alignment)).isZero();
    }
}
