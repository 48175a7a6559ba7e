package io.github.cffi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointerTest {
    /** As the generator writes it. */
    static final class point extends Struct {
        static final PointerType<point> TYPE = new PointerType<>("point", 8) {
            @Override
            protected point of(Segment segment) {
                return new point(segment);
            }
        };

        point(Segment segment) {
            super(segment);
        }

        static Ref<point> ref(Arena arena) {
            return TYPE.ref(arena);
        }

        int y() {
            return segment().getInt(4);
        }

        point y(int value) {
            segment().setInt(4, value);
            return this;
        }
    }

    static final class handle extends Opaque {
        static final PointerType<handle> TYPE = new PointerType<>("handle", PointerType.UNKNOWN_SIZE) {
            @Override
            protected handle of(Segment segment) {
                return new handle(segment);
            }
        };

        handle(Segment segment) {
            super(segment);
        }
    }

    @Test
    void nullIsNull() {
        assertThat(Pointer.ofAddress(0)).isNull();
        assertThat(Pointer.address(null)).isZero();
        assertThat(point.TYPE.at(0)).isNull();
        assertThat(point.TYPE.at((Pointer) null)).isNull();
    }

    @Test
    void equalAddressesAreEqualWhateverTheirTypes() {
        Pointer pointer = Pointer.ofAddress(0x10);
        IntPointer number = IntPointer.TYPE.at(0x10);

        assertThat(pointer).isEqualTo(number).hasSameHashCodeAs(number);
        assertThat((Pointer) number).isEqualTo(pointer);
        assertThat(pointer).isNotEqualTo(Pointer.ofAddress(0x11)).isNotEqualTo("0x10");
    }

    @Test
    void showsTypeAndAddress() {
        assertThat(Pointer.ofAddress(0xabc)).hasToString("Pointer@0xabc");
        assertThat(handle.TYPE.at(0xabc)).hasToString("handle@0xabc");
        assertThat(Ref.type(handle.TYPE).at(0xabc)).hasToString("Ref<handle>@0xabc");
    }

    @Test
    void aCastKeepsBoundsAndLifetime() {
        LongPointer number = LongPointer.allocate().set(0x1_0000_0002L);
        IntPointer halves = IntPointer.TYPE.at(number);

        assertThat(halves.get(1)).isOne();
        assertThat(halves.segment().lifetime()).isSameAs(number.segment().lifetime());
        assertThatThrownBy(() -> halves.get(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void structsAreAllocatedZeroed() {
        try (Arena arena = Arena.open()) {
            point three = point.TYPE.allocate(arena, 3);
            assertThat(three.segment().byteSize()).isEqualTo(24);
            assertThat(three.y()).isZero();
            assertThat(point.TYPE.allocate(arena).y(4).y()).isEqualTo(4);
        }
        assertThat(point.TYPE.allocate().y(5).y()).isEqualTo(5);
        assertThat(point.TYPE.allocate(2).segment().byteSize()).isEqualTo(16);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE / 8 + 1})
    void refusesACountThatCannotBe(long count) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> point.TYPE.allocate(count))
                .withMessage("cannot allocate %d elements of point, 8 bytes each", count);
    }

    @Test
    void whatOnlyCKnowsCannotBeAllocated() {
        assertThatThrownBy(handle.TYPE::allocate)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("handle cannot be allocated: only C knows its size. Ask the library for one");
    }

    @Test
    void anOutParameterStartsAsNullAndGivesTypedPointers() {
        try (Arena arena = Arena.open()) {
            Ref<point> out = point.ref(arena);
            assertThat(out.get()).isNull();

            point origin = point.TYPE.allocate(arena).y(9);
            assertThat(out.set(origin).get()).isEqualTo(origin);
            assertThat(out.get().y()).isEqualTo(9);
            assertThat(out.set(null).get()).isNull();
            assertThatThrownBy(() -> out.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void refsAreArraysOfPointersToo() {
        try (Arena arena = Arena.open()) {
            Ref<BytePointer> names = BytePointer.TYPE.ref(arena, 2);
            names.set(0, arena.string("one")).set(1, arena.string("two"));

            assertThat(names.get(1).string()).isEqualTo("two");
            assertThat(names.asRef().get().string()).isEqualTo("one");
            assertThat(Pointer.ref(arena).set(names).get()).isEqualTo(names);
            assertThat(handle.TYPE.ref().get()).isNull();
        }
    }

    @Test
    void thereAreAnyNumberOfElementsOfNoSize() {
        PointerType<Pointer> empty = new PointerType<>("empty", 0) {
            @Override
            protected Pointer of(Segment segment) {
                return new Pointer(segment);
            }
        };
        Pointer three = empty.allocate(3);

        assertThat(empty.element(three, 2)).isEqualTo(three);
        assertThat(empty.element(empty.element(three, 0), 0)).isEqualTo(three);
        assertThatThrownBy(() -> empty.element(three, -1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void anIndexPastAllMemoryDoesNotWrapAround() {
        Ref<point> ref = point.TYPE.ref();
        IntPointer number = IntPointer.allocate();

        assertThatThrownBy(() -> ref.get(1L << 61))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("Ref[2305843009213693952]: 8 bytes at offset 18446744073709551616 lie outside");
        assertThatThrownBy(() -> number.set(1L << 62, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        IntPointer unbounded = IntPointer.TYPE.at(number.address());
        assertThatThrownBy(() -> unbounded.get(1L << 62)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void bytesOfAnything() {
        LongPointer number = LongPointer.allocate().set(0x41);

        assertThat(number.asBytes().string()).isEqualTo("A");
        assertThat(number.string()).isEqualTo("A");
    }
}
