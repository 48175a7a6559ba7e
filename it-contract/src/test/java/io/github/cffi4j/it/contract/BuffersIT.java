package io.github.cffi4j.it.contract;

import static io.github.cffi4j.it.contract.Owners.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import io.github.cffi4j.IntPointer;
import io.github.cffi4j.LongPointer;
import io.github.cffi4j.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Memory as ByteBuffer and the other way round, and memmove. */
class BuffersIT {
    private final Arena arena = Arena.open();

    @AfterEach
    void close() {
        arena.close();
    }

    @Test
    void buffersAreViews() {
        IntPointer numbers = IntPointer.of(arena, 1, 2, 3);
        ByteBuffer buffer = numbers.asByteBuffer(12);

        assertThat(buffer.isDirect()).isTrue();
        assertThat(buffer.order()).isEqualTo(ByteOrder.nativeOrder());
        assertThat(buffer.position()).isZero();
        assertThat(buffer.remaining()).isEqualTo(12);
        assertThat(buffer.getInt(4)).isEqualTo(2);
        buffer.putInt(8, -7);
        assertThat(numbers.get(2)).isEqualTo(-7);
        numbers.set(9);
        assertThat(buffer.getInt(0)).isEqualTo(9);
        fill(numbers, 4, 0xFF);
        assertThat(buffer.asIntBuffer().get(0)).isEqualTo(-1);
        assertThat(buffer.slice().duplicate().asReadOnlyBuffer().get(0)).isEqualTo((byte) -1);
        assertThat(numbers.asByteBuffer(0).hasRemaining()).isFalse();
    }

    @Test
    void buffersAreBounded() {
        IntPointer numbers = IntPointer.of(arena, 1, 2, 3);

        assertThatThrownBy(() -> numbers.asByteBuffer(13)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> numbers.asByteBuffer(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> numbers.asByteBuffer(8).getInt(8)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pointer.ofAddress(numbers.address()).asByteBuffer(1L << 31));
    }

    @Test
    void buffersKeepTheirMemory() {
        ByteBuffer[] buffers = new ByteBuffer[10_000];
        for (int i = 0; i < buffers.length; i++) {
            buffers[i] =
                    IntPointer.allocate(2).set(1, i).asByteBuffer(8).slice(4, 4).order(ByteOrder.nativeOrder());
        }
        System.gc();
        for (int i = 0; i < buffers.length; i++) {
            assertThat(buffers[i].getInt(0)).isEqualTo(i);
        }
    }

    @Test
    void arraysByBuffers() {
        LongPointer numbers = LongPointer.allocate(arena, 4);
        long[] values = {1, 2, 3, 4, 5};
        numbers.asByteBuffer(32).asLongBuffer().put(values, 1, 4);
        assertThat(numbers.toArray(4)).containsExactly(2, 3, 4, 5);
        numbers.asByteBuffer(32).asLongBuffer().get(2, values, 0, 2);
        assertThat(values).containsExactly(4, 5, 3, 4, 5);
    }

    @Test
    void directBuffersArePointers() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(10).put(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
        buffer.position(2).limit(6);
        Pointer pointer = Pointer.ofBuffer(buffer);

        assertThat(pointer.segment().byteSize()).isEqualTo(4);
        assertThat(sum_bytes(pointer, 4)).isEqualTo(3 + 4 + 5 + 6);
        fill(pointer, 2, 9);
        assertThat(buffer.get(2)).isEqualTo((byte) 9);
        assertThat(buffer.get(4)).isEqualTo((byte) 5);
        assertThat(BytePointer.at(pointer).get(3)).isEqualTo((byte) 6);
        assertThatThrownBy(() -> BytePointer.at(pointer).get(4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(sum_bytes(Pointer.ofBuffer(buffer.slice()), 4)).isEqualTo(9 + 9 + 5 + 6);
    }

    @Test
    void pointersKeepTheirBuffer() {
        Pointer[] pointers = new Pointer[1000];
        for (int i = 0; i < pointers.length; i++) {
            pointers[i] = Pointer.ofBuffer(ByteBuffer.allocateDirect(1024).put(1023, (byte) i));
        }
        System.gc();
        for (int i = 0; i < pointers.length; i++) {
            assertThat(pointers[i].segment().getByte(1023)).isEqualTo((byte) i);
        }
    }

    @Test
    void heapBuffersHaveNoAddress() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pointer.ofBuffer(ByteBuffer.allocate(8)))
                .withMessageContaining("allocateDirect");
    }

    @Test
    void memoryMoves() {
        IntPointer numbers = IntPointer.of(arena, 1, 2, 3, 4, 5);
        IntPointer.TYPE.plus(numbers, 1).copyFrom(numbers, 16);
        assertThat(numbers.toArray(5)).containsExactly(1, 1, 2, 3, 4);
        numbers.copyFrom(IntPointer.TYPE.plus(numbers, 2), 12);
        assertThat(numbers.toArray(5)).containsExactly(2, 3, 4, 3, 4);
        assertThatThrownBy(() -> numbers.copyFrom(numbers, 21)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> IntPointer.allocate(arena).copyFrom(numbers, 5))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void memorySegmentsByBuffers() throws Exception {
        IntPointer numbers = IntPointer.of(arena, 1, 2, 3);
        ByteBuffer buffer = numbers.asByteBuffer(12);
        ByteBuffer back = Runtime.version().feature() < 22 ? buffer : throughMemorySegment(buffer, numbers.address());

        assertThat(Pointer.ofBuffer(back)).isEqualTo(numbers);
        assertThat(Pointer.ofBuffer(back).segment().byteSize()).isEqualTo(12);
    }

    /** What java.lang.foreign makes of it, where there is one. */
    private static ByteBuffer throughMemorySegment(ByteBuffer buffer, long address) throws Exception {
        Class<?> memorySegment = Class.forName("java.lang.foreign.MemorySegment");
        Object segment =
                memorySegment.getMethod("ofBuffer", java.nio.Buffer.class).invoke(null, buffer);
        assertThat(memorySegment.getMethod("address").invoke(segment)).isEqualTo(address);
        assertThat(memorySegment.getMethod("byteSize").invoke(segment)).isEqualTo(12L);
        return (ByteBuffer) memorySegment.getMethod("asByteBuffer").invoke(segment);
    }
}
