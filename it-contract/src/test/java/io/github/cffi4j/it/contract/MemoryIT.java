package io.github.cffi4j.it.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.Allocator;
import io.github.cffi4j.Arena;
import io.github.cffi4j.BoolPointer;
import io.github.cffi4j.BytePointer;
import io.github.cffi4j.DoublePointer;
import io.github.cffi4j.FloatPointer;
import io.github.cffi4j.IntPointer;
import io.github.cffi4j.LongPointer;
import io.github.cffi4j.Pointer;
import io.github.cffi4j.Segment;
import io.github.cffi4j.ShortPointer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Native memory: values of all types, arrays, bounds, ends. */
class MemoryIT {
    private final Arena arena = Arena.open();

    @AfterEach
    void close() {
        arena.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3, 4, 7, 8})
    void valuesOfAllTypesAtAnyOffset(long offset) {
        Segment memory = arena.allocate(16, 1);
        memory.setByte(offset, (byte) -2);
        assertThat(memory.getByte(offset)).isEqualTo((byte) -2);
        memory.setShort(offset, (short) -300);
        assertThat(memory.getShort(offset)).isEqualTo((short) -300);
        memory.setInt(offset, -70_000);
        assertThat(memory.getInt(offset)).isEqualTo(-70_000);
        memory.setLong(offset, Long.MIN_VALUE + 5);
        assertThat(memory.getLong(offset)).isEqualTo(Long.MIN_VALUE + 5);
        memory.setFloat(offset, 1.5f);
        assertThat(memory.getFloat(offset)).isEqualTo(1.5f);
        memory.setDouble(offset, Math.PI);
        assertThat(memory.getDouble(offset)).isEqualTo(Math.PI);
    }

    @Test
    void arraysThereAndBack() {
        assertThat(BytePointer.of(arena, (byte) 1, (byte) -2).toArray(2)).containsExactly(1, -2);
        assertThat(ShortPointer.of(arena, (short) 1, (short) -2).toArray(2)).containsExactly((short) 1, (short) -2);
        assertThat(IntPointer.of(arena, 1, -2).toArray(2)).containsExactly(1, -2);
        assertThat(LongPointer.of(arena, 1, -2).toArray(2)).containsExactly(1, -2);
        assertThat(FloatPointer.of(arena, 1, -2).toArray(2)).containsExactly(1, -2);
        assertThat(DoublePointer.of(arena, 1, -2).toArray(2)).containsExactly(1, -2);
        assertThat(BoolPointer.of(arena, true, false).toArray(2)).containsExactly(true, false);
    }

    static Stream<Arguments> sizes() {
        return Stream.of(1, 2, 8, 24, 4096, 1_000_000)
                .flatMap(bytes -> Stream.of(1, 8, 16, 64, 4096).map(alignment -> Arguments.of(bytes, alignment)));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void newMemoryIsZeroAndAligned(long bytes, long alignment) {
        for (Allocator allocator : new Allocator[] {arena, Segment::allocate}) {
            Segment memory = allocator.allocate(bytes, alignment);
            assertThat(memory.address() % alignment).isZero();
            assertThat(memory.byteSize()).isEqualTo(bytes);
            byte[] content = new byte[(int) bytes];
            memory.copyTo(content, bytes);
            assertThat(content).containsOnly(0);
            memory.setByte(bytes - 1, (byte) 1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE})
    void noMemoryOfLessThanNoSize(long bytes) {
        assertThatIllegalArgumentException().isThrownBy(() -> arena.allocate(bytes, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Segment.allocate(bytes, 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -8, 3, 24})
    void noAlignmentButPowersOfTwo(long alignment) {
        assertThatIllegalArgumentException().isThrownBy(() -> arena.allocate(8, alignment));
        assertThatIllegalArgumentException().isThrownBy(() -> Segment.allocate(8, alignment));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 3, 100, Long.MAX_VALUE / 4})
    void boundsAreHeld(long index) {
        IntPointer numbers = IntPointer.of(arena, 1, 2, 3);

        assertThatThrownBy(() -> numbers.get(index)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> numbers.set(index, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void arraysAreBoundedToo() {
        IntPointer numbers = IntPointer.of(arena, 1, 2, 3);

        assertThatThrownBy(() -> numbers.toArray(4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> numbers.setAll(1, 2, 3, 4)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void whatAClosedArenaGaveIsGone() {
        Arena own = Arena.open();
        IntPointer number = IntPointer.of(own, 5);
        own.close();
        own.close();

        assertThatIllegalStateException()
                .isThrownBy(number::get)
                .withMessage("IntPointer[0]: this memory is gone: its arena was closed");
    }

    @Test
    void otherThreadsUseMemoryThatIsForThem() {
        try (Arena shared = Arena.openShared()) {
            for (IntPointer number : List.of(
                    IntPointer.of(shared, 5),
                    IntPointer.of(Arena.automatic(), 5),
                    IntPointer.allocate().set(5))) {
                assertThat(CompletableFuture.supplyAsync(
                                        () -> number.set(number.get() + 1).get())
                                .join())
                        .isEqualTo(6);
            }
        }
    }

    /** (fault 17) */
    @Test
    void otherThreadsDoNotUseMemoryOfOneThread() {
        IntPointer number = IntPointer.of(arena, 5);

        assertThatThrownBy(() -> CompletableFuture.supplyAsync(number::get).join())
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> CompletableFuture.supplyAsync(() -> arena.allocate(1, 1))
                        .join())
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(number.get()).isEqualTo(5);
    }

    @Test
    void memoryStaysAsLongAsAViewOfIt() {
        Segment[] slices = new Segment[10_000];
        for (int i = 0; i < slices.length; i++) {
            slices[i] = IntPointer.allocate(2).set(1, i).segment().slice(4, 4);
        }
        System.gc();
        for (int i = 0; i < slices.length; i++) {
            assertThat(slices[i].getInt(0)).isEqualTo(i);
        }
    }

    @Test
    void pointersOfCHaveNoBounds() {
        IntPointer numbers = IntPointer.of(arena, 1, 2, 3);
        IntPointer second = IntPointer.at(Pointer.ofAddress(numbers.address() + 4));

        assertThat(second.get(-1)).isEqualTo(1);
        assertThat(second.get(1)).isEqualTo(3);
    }
}
