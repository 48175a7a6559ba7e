package io.github.cffi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PrimitivePointersTest {
    private final Arena arena = Arena.open();

    @AfterEach
    void close() {
        arena.close();
    }

    @Test
    void bytes() {
        BytePointer p = BytePointer.of(arena, (byte) 1, (byte) -2);
        assertThat(p.get()).isEqualTo((byte) 1);
        assertThat(p.set((byte) 7).set(1, (byte) 8).toArray(2)).containsExactly(7, 8);
        assertThat(BytePointer.allocate(3).setAll((byte) 9).toArray(3)).containsExactly(9, 0, 0);
        assertThat(BytePointer.allocate().get(0)).isZero();
        assertThat(BytePointer.allocate(arena).get()).isZero();
        assertThat(BytePointer.ref(arena).set(p).get().get(1)).isEqualTo((byte) 8);
    }

    @Test
    void shorts() {
        ShortPointer p = ShortPointer.of(arena, (short) 1, (short) -300);
        assertThat(p.get()).isEqualTo((short) 1);
        assertThat(p.get(1)).isEqualTo((short) -300);
        assertThat(p.set((short) 7).set(1, (short) 8).toArray(2)).containsExactly((short) 7, (short) 8);
        assertThat(ShortPointer.allocate(3).setAll((short) 9).toArray(2)).containsExactly((short) 9, (short) 0);
        assertThat(ShortPointer.allocate().get()).isZero();
        assertThat(ShortPointer.allocate(arena).get()).isZero();
        assertThat(ShortPointer.ref(arena).set(p).get().get(1)).isEqualTo((short) 8);
    }

    @Test
    void ints() {
        IntPointer p = IntPointer.of(arena, 1, -70_000);
        assertThat(p.get()).isEqualTo(1);
        assertThat(p.get(1)).isEqualTo(-70_000);
        assertThat(p.set(7).set(1, 8).toArray(2)).containsExactly(7, 8);
        assertThat(IntPointer.allocate(3).setAll(9).toArray(2)).containsExactly(9, 0);
        assertThat(IntPointer.allocate().get()).isZero();
        assertThat(IntPointer.allocate(arena).get()).isZero();
        assertThat(IntPointer.ref(arena).set(p).get().get(1)).isEqualTo(8);
    }

    @Test
    void longs() {
        LongPointer p = LongPointer.of(arena, 1, Long.MIN_VALUE);
        assertThat(p.get()).isEqualTo(1);
        assertThat(p.get(1)).isEqualTo(Long.MIN_VALUE);
        assertThat(p.set(7).set(1, 8).toArray(2)).containsExactly(7, 8);
        assertThat(LongPointer.allocate(3).setAll(9).toArray(2)).containsExactly(9, 0);
        assertThat(LongPointer.allocate().get()).isZero();
        assertThat(LongPointer.allocate(arena).get()).isZero();
        assertThat(LongPointer.ref(arena).set(p).get().get(1)).isEqualTo(8);
    }

    @Test
    void floats() {
        FloatPointer p = FloatPointer.of(arena, 1.5f, -2);
        assertThat(p.get()).isEqualTo(1.5f);
        assertThat(p.get(1)).isEqualTo(-2);
        assertThat(p.set(7).set(1, 8).toArray(2)).containsExactly(7, 8);
        assertThat(FloatPointer.allocate(3).setAll(9).toArray(2)).containsExactly(9, 0);
        assertThat(FloatPointer.allocate().get()).isZero();
        assertThat(FloatPointer.allocate(arena).get()).isZero();
        assertThat(FloatPointer.ref(arena).set(p).get().get(1)).isEqualTo(8);
    }

    @Test
    void doubles() {
        DoublePointer p = DoublePointer.of(arena, Math.PI, -2);
        assertThat(p.get()).isEqualTo(Math.PI);
        assertThat(p.get(1)).isEqualTo(-2);
        assertThat(p.set(7).set(1, 8).toArray(2)).containsExactly(7, 8);
        assertThat(DoublePointer.allocate(3).setAll(9).toArray(2)).containsExactly(9, 0);
        assertThat(DoublePointer.allocate().get()).isZero();
        assertThat(DoublePointer.allocate(arena).get()).isZero();
        assertThat(DoublePointer.ref(arena).set(p).get().get(1)).isEqualTo(8);
    }

    @Test
    void bools() {
        BoolPointer p = BoolPointer.of(arena, true, false);
        assertThat(p.get()).isTrue();
        assertThat(p.set(false).set(1, true).toArray(2)).containsExactly(false, true);
        assertThat(BoolPointer.allocate(3).setAll(true).toArray(2)).containsExactly(true, false);
        assertThat(BoolPointer.allocate().get()).isFalse();
        assertThat(BoolPointer.allocate(arena).get()).isFalse();
        p.asBytes().set((byte) 2);
        assertThat(p.get()).isTrue();
        assertThat(BoolPointer.ref(arena).set(p).get().get(1)).isTrue();
    }

    @Test
    void copiesStayInside() {
        IntPointer two = IntPointer.allocate(arena, 2);

        assertThatThrownBy(() -> two.toArray(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> two.setAll(1, 2, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(two.toArray(2)).containsExactly(0, 0);
        assertThat(two.toArray(0)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("arenas")
    @DisplayName("arrays of nothing are pointers that are bounded to nothing (fault 8)")
    void emptyArrays(Supplier<Arena> kind, boolean closes) {
        Arena each = kind.get();
        List<Pointer> empties = List.of(
                BytePointer.of(each, new byte[0]),
                BytePointer.of(each),
                ShortPointer.of(each),
                IntPointer.of(each),
                LongPointer.of(each),
                FloatPointer.of(each),
                DoublePointer.of(each),
                BoolPointer.of(each),
                ComplexPointer.of(each),
                FloatComplexPointer.of(each),
                BytePointer.allocate(each, 0),
                BytePointer.allocate(0),
                IntPointer.TYPE.ref(each, 0),
                Ref.type(IntPointer.TYPE).allocate(0),
                Ref.type(Ref.type(Pointer.TYPE)).allocate(each, 0),
                new Pointer(each.allocate(0, 1)),
                new Pointer(each.allocate(0, 4096)),
                Pointer.ofBuffer(ByteBuffer.allocateDirect(0)),
                Pointer.ofBuffer(ByteBuffer.allocateDirect(8).position(8)),
                IntPointer.TYPE.plus(IntPointer.of(each, 1, 2), 2));
        for (Pointer empty : empties) {
            assertThat(empty.address()).isNotZero();
            assertThat(empty.segment().byteSize()).isZero();
            assertThat(Pointer.address(empty)).isEqualTo(empty.address());
            assertThatThrownBy(() -> empty.asBytes().get()).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> empty.asBytes().set((byte) 1)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThat(empty.asBytes().setAll().toArray(0)).isEmpty();
            assertThat(empty.asByteBuffer(0).hasRemaining()).isFalse();
            assertThat(empty.string(0)).isEmpty();
            empty.copyFrom(empty, 0);
        }
        assertThat(each.string("").string()).isEmpty();
        assertThat(BytePointer.of(each).address())
                .isNotEqualTo(BytePointer.of(each).address());
        if (closes) {
            each.close();
        }
    }

    static Stream<Arguments> arenas() {
        return Stream.of(
                Arguments.of((Supplier<Arena>) Arena::open, true),
                Arguments.of((Supplier<Arena>) Arena::openShared, true),
                Arguments.of((Supplier<Arena>) Arena::automatic, false));
    }

    /** (fault 20a) */
    @Test
    void elementsOfUnsignedTypes() {
        BytePointer bytes = BytePointer.allocate(arena, 2).set(0, 200).set(1, -1);
        assertThat(bytes.get(0)).isEqualTo((byte) -56);
        assertThat(bytes.getUnsigned(0)).isEqualTo(200);
        assertThat(bytes.getUnsigned(1)).isEqualTo(255);
        assertThatThrownBy(() -> bytes.set(1, 256))
                .isInstanceOf(ValueOutOfRangeException.class)
                .hasMessage("p[1] (char) cannot hold 256; it holds -128 to 255");
        assertThatThrownBy(() -> bytes.set(0, -129)).isInstanceOf(ValueOutOfRangeException.class);

        ShortPointer shorts = ShortPointer.allocate(arena, 2).set(0, 40_000).set(1, -1);
        assertThat(shorts.getUnsigned()).isEqualTo(40_000);
        assertThat(shorts.getUnsigned(1)).isEqualTo(65_535);
        assertThatThrownBy(() -> shorts.set(0, 65_536)).isInstanceOf(ValueOutOfRangeException.class);

        IntPointer ints = IntPointer.allocate(arena, 2).set(0, 3_000_000_000L).set(1, -1);
        assertThat(ints.getUnsigned()).isEqualTo(3_000_000_000L);
        assertThat(ints.getUnsigned(1)).isEqualTo(4_294_967_295L);
        assertThatThrownBy(() -> ints.set(0, 4_294_967_296L)).isInstanceOf(ValueOutOfRangeException.class);
    }

    /** C's lengths are {@code long} in Java (fault 20a). */
    @Test
    void lengthsAreLong() {
        long two = 2;
        assertThat(BytePointer.of(arena, (byte) 1, (byte) 2, (byte) 3).toArray(two))
                .containsExactly(1, 2);
        assertThatThrownBy(() -> IntPointer.of(arena, 1).toArray(1L << 31))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an array of Java's cannot have 2147483648 elements; copy it in parts");
        assertThatThrownBy(() -> LongPointer.of(arena, 1).toArray(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> IntPointer.of(arena, 1).toArray(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    /** (fault 20a) */
    @Test
    void directBuffersArePointersToBytes() {
        ByteBuffer direct = ByteBuffer.allocateDirect(4).put((byte) 1);

        BytePointer rest = BytePointer.ofBuffer(direct);

        assertThat(rest.set(0, 200).getUnsigned()).isEqualTo(200);
        assertThat(direct.get(1)).isEqualTo((byte) 200);
        assertThatThrownBy(() -> rest.get(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
