package io.github.cffi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.internal.memory.Lifetime;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class SegmentTest {
    private final Segment segment = Segment.allocate(16, 1);

    @Test
    void keepsEveryTypeOfValueUnalignedToo() {
        segment.setByte(1, (byte) -2);
        assertThat(segment.getByte(1)).isEqualTo((byte) -2);
        segment.setShort(1, (short) -300);
        assertThat(segment.getShort(1)).isEqualTo((short) -300);
        segment.setInt(1, -70_000);
        assertThat(segment.getInt(1)).isEqualTo(-70_000);
        segment.setLong(1, Long.MIN_VALUE + 5);
        assertThat(segment.getLong(1)).isEqualTo(Long.MIN_VALUE + 5);
        segment.setFloat(1, 1.5f);
        assertThat(segment.getFloat(1)).isEqualTo(1.5f);
        segment.setDouble(1, Math.PI);
        assertThat(segment.getDouble(1)).isEqualTo(Math.PI);
    }

    @Test
    void isZeroedAndLittleEndian() {
        assertThat(segment.getLong(0)).isZero();
        assertThat(segment.getLong(8)).isZero();

        segment.setInt(0, 0x01020304);

        assertThat(List.of(segment.getByte(0), segment.getByte(3))).containsExactly((byte) 4, (byte) 1);
    }

    @Test
    void everyAccessIsBounded() {
        List<Consumer<Long>> eightBytesOrLess = List.of(
                offset -> segment.getByte(offset + 7),
                offset -> segment.getShort(offset + 6),
                offset -> segment.getInt(offset + 4),
                segment::getLong,
                offset -> segment.getFloat(offset + 4),
                segment::getDouble,
                offset -> segment.setByte(offset + 7, (byte) 0),
                offset -> segment.setShort(offset + 6, (short) 0),
                offset -> segment.setInt(offset + 4, 0),
                offset -> segment.setLong(offset, 0),
                offset -> segment.setFloat(offset + 4, 0),
                offset -> segment.setDouble(offset, 0),
                offset -> segment.slice(offset, 8));
        for (Consumer<Long> access : eightBytesOrLess) {
            access.accept(8L);
            assertThatThrownBy(() -> access.accept(9L)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> access.accept(-8L)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> access.accept(Long.MAX_VALUE - 7)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void saysWhatLiesOutside() {
        assertThatThrownBy(() -> segment.getInt(14))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("4 bytes at offset 14 lie outside of the 16 bytes at 0x%x", segment.address());
    }

    @Test
    void asciiEndsWithANulInsideOfTheSegment() {
        assertThat(segment.setAscii("x".repeat(15))).isTrue();
        assertThat(segment.utf8(Long.MAX_VALUE)).isEqualTo("x".repeat(15));
        assertThat(segment.setAscii("")).isTrue();
        assertThat(segment.utf8(Long.MAX_VALUE)).isEmpty();

        assertThatThrownBy(() -> segment.setAscii("x".repeat(16))).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\0", "\u0080", "abcü", "\u0141", "日本"})
    void otherTextIsNotWrittenAsAscii(String text) {
        assertThat(segment.setAscii(text)).isFalse();
    }

    @Test
    void copiesAreBounded() {
        byte[] seventeen = new byte[17];

        assertThatThrownBy(() -> segment.copyTo(seventeen, 17)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> segment.copyFrom(seventeen, 17)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> segment.copyTo(seventeen, -1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aSliceIsAPartWithBoundsOfItsOwn() {
        Segment slice = segment.slice(4, 8);
        slice.setInt(0, 42);

        assertThat(segment.getInt(4)).isEqualTo(42);
        assertThat(slice.address()).isEqualTo(segment.address() + 4);
        assertThat(slice.byteSize()).isEqualTo(8);
        assertThatThrownBy(() -> slice.getByte(8)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> slice.getByte(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> segment.slice(0, -1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aBareAddressHasNoBounds() {
        Segment middle = Segment.ofAddress(segment.address() + 8);
        middle.setLong(-8, 7);

        assertThat(segment.getLong(0)).isEqualTo(7);
        assertThat(middle.byteSize()).isEqualTo(Segment.UNKNOWN_SIZE);
        assertThat(middle).hasToString(String.format(Locale.ROOT, "memory of unknown size at 0x%x", middle.address()));
        assertThatThrownBy(() -> middle.slice(0, -1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void thereIsNothingAtNull() {
        assertThatIllegalArgumentException().isThrownBy(() -> Segment.ofAddress(0));
    }

    @Test
    void memoryThatIsGoneSaysWhy() {
        Lifetime lifetime = new Lifetime();
        Segment mortal = new Segment(segment.address(), 16, lifetime);
        Segment slice = mortal.slice(0, 4);
        assertThat(lifetime.isOpen()).isTrue();

        lifetime.end("somebody freed it");
        lifetime.end("again");

        assertThat(lifetime.isOpen()).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(() -> mortal.getByte(0))
                .withMessage("this memory is gone: somebody freed it");
        assertThatIllegalStateException().isThrownBy(() -> slice.setInt(0, 1));
        assertThatIllegalStateException().isThrownBy(() -> mortal.slice(0, 1));
    }

    @Test
    void memoryOfCCannotBeEnded() {
        assertThatIllegalStateException().isThrownBy(() -> Lifetime.UNKNOWN.end("no"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 16, 32, 4096})
    void isAlignedAsAskedFor(long alignment) {
        Segment aligned = Segment.allocate(3, alignment);

        assertThat(aligned.address() % alignment).isZero();
        assertThat(aligned.byteSize()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -8, 3, 24})
    void refusesWhatIsNoAlignment(long alignment) {
        assertThatIllegalArgumentException().isThrownBy(() -> Segment.allocate(1, alignment));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE})
    void refusesToAllocateLessThanNothing(long bytes) {
        assertThatIllegalArgumentException().isThrownBy(() -> Segment.allocate(bytes, 1));
    }

    @ParameterizedTest
    @MethodSource("writes")
    @DisplayName("read-only memory refuses every way of writing (fault 17)")
    void readOnlyMemoryRefusesWrites(Consumer<Segment> write) throws Exception {
        write.accept(segment);
        ByteBuffer buffer = ByteBuffer.allocateDirect(16).asReadOnlyBuffer();
        Path file = Files.write(Files.createTempFile("read-only", ""), new byte[16]);
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, 16);
            for (Segment memory : List.of(
                    Segment.ofBuffer(buffer),
                    Segment.ofBuffer(mapped),
                    Segment.ofBuffer(mapped).slice(0, 16),
                    Segment.ofBuffer(mapped).from(0),
                    Segment.ofBuffer(mapped).element(0, 16, Pointer.class),
                    Segment.ofBuffer(mapped)
                            .within(Segment.ofBuffer(mapped).lifetime().renewed()),
                    Segment.ofBuffer(Segment.ofBuffer(mapped).asByteBuffer(16)),
                    Segment.ofConstant(segment.address()).slice(0, 16))) {
                assertThatThrownBy(() -> write.accept(memory))
                        .isInstanceOf(UnsupportedOperationException.class)
                        .hasMessageContaining("is read-only");
                assertThat(memory.slice(8, 8).getLong(0)).isZero();
                assertThat(memory.asByteBuffer(16).isReadOnly()).isTrue();
            }
        } finally {
            Files.delete(file);
        }
    }

    static Stream<Consumer<Segment>> writes() {
        return Stream.of(
                memory -> memory.setByte(0, (byte) 1),
                memory -> memory.setShort(0, (short) 1),
                memory -> memory.setInt(0, 1),
                memory -> memory.setLong(0, 1),
                memory -> memory.setFloat(0, 1),
                memory -> memory.setDouble(0, 1),
                memory -> memory.setAddress(0, 1),
                memory -> memory.setAscii("text"),
                memory -> memory.setNulTerminated(new byte[4]),
                memory -> memory.copyFrom(new int[2], 8),
                memory -> memory.copyFrom(new byte[0], 0),
                memory -> memory.copyFrom(Segment.allocate(8, 1), 8));
    }

    @Test
    @DisplayName("nobody knows what is at an address of C's, but for the operating system (fault 7)")
    void whatIsThereCanBeRead() {
        assertThat(segment.isReadable(16)).isTrue();
        assertThat(Segment.ofAddress(8).isReadable(1)).isFalse();
        assertThat(Segment.ofAddress(8).slice(0, 4).isReadable(4)).isFalse();
        assertThat(Segment.ofAddress(-16).isReadable(8)).isFalse();
        if (Files.exists(Path.of("/proc/self/maps"))) {
            assertThat(Segment.ofAddress(segment.address()).isReadable(16)).isTrue();
            assertThat(Segment.ofAddress(segment.address()).isReadable(1L << 50))
                    .isFalse();
        }
    }

    @Test
    void aSliceKeepsTheWhole() throws InterruptedException {
        Segment slice = Segment.allocate(64, 1).slice(8, 8);
        WeakReference<Object> kept = new WeakReference<>(slice.lifetime().kept());

        collectUntilGone(new WeakReference<>(Segment.allocate(64, 1).lifetime().kept()));
        assertThat(kept.get()).isNotNull();
        Reference.reachabilityFence(slice);

        slice = null;
        collectUntilGone(kept);
    }

    private static void collectUntilGone(WeakReference<?> reference) throws InterruptedException {
        while (reference.get() != null) {
            System.gc();
            Thread.sleep(5);
        }
    }
}
