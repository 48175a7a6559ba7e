package io.github.cffi4j.it.contract;

import static io.github.cffi4j.it.contract.Owners.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.Arena;
import io.github.cffi4j.Handle;
import io.github.cffi4j.IntPointer;
import io.github.cffi4j.Owned;
import io.github.cffi4j.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What C gave and Java destroys; Java objects that C passes back; pointers into structs. */
class OwnersIT {
    private final Arena arena = Arena.open();

    @AfterEach
    void close() {
        arena.close();
    }

    @Test
    void destroysOnClosing() {
        int before = boxes_alive();
        Owned<box> mine = box.owned(box_new(5), Owners::box_free);
        box pointer = mine.get();
        assertThat(box_value(pointer)).isEqualTo(5);
        assertThat(boxes_alive()).isEqualTo(before + 1);
        mine.close();
        mine.close();
        assertThat(boxes_alive()).isEqualTo(before);
        assertThatIllegalStateException()
                .isThrownBy(() -> box_value(pointer))
                .withMessage("this memory is gone: it was closed");
    }

    @Test
    void nothingIsNobodys() {
        assertThat(box.owned(box_new(-1), Owners::box_free)).isNull();
    }

    @Test
    void whoDisownsDestroys() {
        int before = boxes_alive();
        Owned<box> mine = box.owned(box_new(6), Owners::box_free);
        box given = mine.disown();
        mine.close();

        assertThat(boxes_alive()).isEqualTo(before + 1);
        assertThat(box_value(given)).isEqualTo(6);
        assertThatIllegalStateException()
                .isThrownBy(() -> box_value(mine.get()))
                .withMessageContaining("it was disowned");
        assertThatIllegalStateException().isThrownBy(mine::disown);
        assertThat(box_free(given)).isEqualTo(before);
    }

    @Test
    void anArenaMayClose() {
        int before = items_alive();
        item made;
        try (Arena own = Arena.open()) {
            Owned<item> mine = item.owned(item_new(), Owners::item_free);
            own.onClose(mine::close);
            made = mine.get().value(3);
            assertThat(made.value()).isEqualTo(3);
        }
        assertThat(items_alive()).isEqualTo(before);
        assertThatIllegalStateException().isThrownBy(made::value);
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void destroysWhatNobodyRefersTo() {
        int before = boxes_alive();
        List<box> kept = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            kept.add(box.owned(box_new(i), Owners::box_free).get());
        }
        System.gc();
        for (int i = 0; i < 100; i++) {
            assertThat(box_value(kept.get(i))).isEqualTo(i);
        }
        kept.clear();
        collectUntil(() -> boxes_alive() == before);
        assertThat(boxes_alive()).isEqualTo(before);
    }

    private static void collectUntil(BooleanSupplier done) {
        while (!done.getAsBoolean()) {
            System.gc();
            Thread.onSpinWait();
        }
    }

    @Test
    void whatADestructorThrowsComesFromClose() {
        Owned<box> mine = box.owned(box_new(7), b -> {
            box_free(b);
            throw new IllegalArgumentException("on purpose");
        });

        assertThatThrownBy(mine::close).hasMessage("on purpose");
        mine.close();
    }

    @Test
    void handlesComeBackAsTheirObjects() {
        List<Integer> seen = new ArrayList<>();
        Pointer state = Handle.of(arena, seen);
        on_visit = (given, value) -> {
            @SuppressWarnings("unchecked")
            List<Integer> list = Handle.get(given, List.class);
            list.add(value);
            return list.size();
        };

        assertThat(fire_visit(state, 4)).isEqualTo(1);
        assertThat(fire_visit(state, 9)).isEqualTo(2);
        assertThat(seen).containsExactly(4, 9);
        assertThat(visit((given, value) -> Handle.get(given, List.class).size(), state, 3))
                .isEqualTo(6);
    }

    @Test
    void staleHandlesAreNoticed() {
        Pointer stale;
        try (Arena own = Arena.open()) {
            stale = Handle.of(own, "text");
            assertThat(Handle.get(stale, String.class)).isEqualTo("text");
            Pointer good = stale;
            assertThatThrownBy(() -> Handle.get(good, Integer.class))
                    .isInstanceOf(ClassCastException.class)
                    .hasMessage("the handle stands for a java.lang.String, not for a java.lang.Integer");
            assertThatThrownBy(() -> good.segment().getByte(0)).isInstanceOf(IndexOutOfBoundsException.class);
        }
        assertThatIllegalStateException()
                .isThrownBy(() -> Handle.get(stale, String.class))
                .withMessageMatching("0x[0-9a-f]+ is no handle of a Java object, or its arena was closed");
        assertThatThrownBy(() -> Handle.get(null, String.class))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("NULL is no handle of a Java object");
        assertThatIllegalStateException().isThrownBy(() -> fire_visit(stale, 1));
        assertThatIllegalStateException().isThrownBy(() -> Handle.get(IntPointer.allocate(), String.class));
        assertThat(Handle.of(arena, "text")).isNotEqualTo(stale);
    }

    @Test
    void addressesOfFieldsAndElements() {
        item i = item.allocate(arena);
        set_value(IntPointer.at(i.plus(item.offset_value)), 12);
        assertThat(i.value()).isEqualTo(12);
        assertThat(item.offset_value).isEqualTo(4);
        i.weights().set(2, 0.5);
        assertThat(i.plus(item.offset_weights + 16).segment().getDouble(0)).isEqualTo(0.5);

        IntPointer numbers = IntPointer.of(arena, 1, 2, 3);
        set_value(IntPointer.TYPE.element(numbers, 1), 20);
        set_value(IntPointer.TYPE.plus(numbers, 2), 30);
        assertThat(numbers.toArray(3)).containsExactly(1, 20, 30);
        assertThat(IntPointer.TYPE.plus(numbers, 3).segment().byteSize()).isZero();
        assertThatThrownBy(() -> IntPointer.TYPE.plus(numbers, 4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> numbers.plus(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(IntPointer.at(Pointer.ofAddress(numbers.address() + 8).plus(-4))
                        .get())
                .isEqualTo(20);
        try (Owned<box> mine = box.owned(box_new(1), Owners::box_free)) {
            assertThatThrownBy(() -> box.TYPE.plus(mine.get(), 1)).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void cNeverGetsMemoryThatIsGone() {
        IntPointer number;
        try (Arena own = Arena.open()) {
            number = IntPointer.allocate(own);
        }
        assertThatIllegalStateException().isThrownBy(() -> set_value(number, 1)).withMessageContaining("gone");
    }

    @Test
    void aGlobalLongDouble() {
        assertThat(wide()).isEqualTo(1.25);
        wide(2.5);
        assertThat(twice_wide()).isEqualTo(5);
        wide(1.25);
    }

    @Test
    void settersOfPlatformIntegersChain() {
        assertThat(same_ids(box_id.allocate(arena, 2).set(0, 3).set(1, 4)).get(1))
                .isEqualTo(4);
    }

    @Test
    void stubsEndWithTheirArena() {
        Pointer gone;
        try (Arena own = Arena.open()) {
            visitor stub = visitor.stub(own, (state, value) -> value);
            assertThat(visit(stub, null, 4)).isEqualTo(6);
            gone = (Pointer) stub;
        }
        assertThatIllegalStateException().isThrownBy(() -> visit((visitor) gone, null, 1));
    }
}
