package io.github.cffi4j.it.contract;

import static io.github.cffi4j.it.contract.Owners.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.Arena;
import io.github.cffi4j.IntPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Confined, shared and automatic arenas. */
class ArenasIT {
    static Stream<Supplier<Arena>> all() {
        return Stream.of(Arena::open, Arena::openShared, Arena::automatic);
    }

    static Stream<Supplier<Arena>> closeable() {
        return Stream.of(Arena::open, Arena::openShared);
    }

    static Stream<Supplier<Arena>> forAllThreads() {
        return Stream.of(Arena::openShared, Arena::automatic);
    }

    @ParameterizedTest
    @MethodSource("all")
    void giveZeroedMemoryAndStubs(Supplier<Arena> kind) {
        Arena arena = kind.get();
        IntPointer numbers = IntPointer.allocate(arena, 1000);

        assertThat(numbers.toArray(1000)).containsOnly(0);
        assertThat(arena.string("text").string()).isEqualTo("text");
        assertThat(visit(visitor.stub(arena, (state, value) -> value), null, 4)).isEqualTo(6);
        assertThat(arena.allocate(100, 4096).address() % 4096).isZero();
    }

    @ParameterizedTest
    @MethodSource("closeable")
    void endWhatTheyGave(Supplier<Arena> kind) {
        List<String> closed = new ArrayList<>();
        Arena arena = kind.get();
        arena.onClose(() -> closed.add("first"));
        arena.onClose(() -> closed.add("second"));
        IntPointer numbers = IntPointer.allocate(arena, 3);
        arena.close();
        arena.close();

        assertThat(closed).containsExactly("second", "first");
        assertThatIllegalStateException()
                .isThrownBy(() -> numbers.get(1))
                .withMessage("IntPointer[1]: this memory is gone: its arena was closed");
        assertThatIllegalStateException().isThrownBy(() -> arena.allocate(1, 1));
        assertThatIllegalStateException().isThrownBy(() -> arena.onClose(() -> {}));
        assertThatIllegalStateException().isThrownBy(() -> visitor.stub(arena, (state, value) -> 0));
    }

    @ParameterizedTest
    @MethodSource("forAllThreads")
    void givesToAnyThread(Supplier<Arena> kind) {
        Arena arena = kind.get();
        List<CompletableFuture<IntPointer>> made = IntStream.range(0, 64)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> IntPointer.allocate(arena, 100).set(99, i)))
                .toList();

        for (int i = 0; i < made.size(); i++) {
            assertThat(made.get(i).join().get(99)).isEqualTo(i);
        }
    }

    @Test
    void anyThreadClosesASharedOne() {
        Arena arena = Arena.openShared();
        IntPointer number = IntPointer.allocate(arena);
        CompletableFuture.runAsync(arena::close).join();

        assertThatIllegalStateException().isThrownBy(number::get);
    }

    @Test
    void otherThreadsDoNotUseAConfinedOne() {
        try (Arena arena = Arena.open()) {
            assertThatThrownBy(() -> CompletableFuture.runAsync(arena::close).join())
                    .isInstanceOf(CompletionException.class)
                    .hasMessageContaining("this arena belongs to thread");
            assertThatThrownBy(() -> CompletableFuture.runAsync(() -> visitor.stub(arena, (state, value) -> 0))
                            .join())
                    .isInstanceOf(CompletionException.class);
        }
    }

    @Test
    void nobodyClosesAnAutomaticOne() {
        assertThatThrownBy(() -> Arena.automatic().close())
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("an automatic arena closes itself; use Arena.open() or openShared() for a try");
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void anAutomaticOneLastsAsLongAsWhatItGave() {
        AtomicBoolean closed = new AtomicBoolean();
        IntPointer[] number = {numberOf(closed)};
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        assertThat(number[0].get()).isEqualTo(5);
        assertThat(closed).isFalse();
        number[0] = null;
        while (!closed.get()) {
            System.gc();
            Thread.onSpinWait();
        }
    }

    private static IntPointer numberOf(AtomicBoolean closed) {
        Arena arena = Arena.automatic();
        arena.onClose(() -> closed.set(true));
        IntPointer.allocate(arena, 1000);
        return IntPointer.allocate(arena).set(5);
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void automaticStubsComeBack() {
        // Four times as many as there are C functions: those nobody refers to are used again.
        for (int i = 0; i < 256; i++) {
            visitor stub = stubWhenThereIsOne(i);
            assertThat(visit(stub, null, 1)).isEqualTo(i);
        }
    }

    private static visitor stubWhenThereIsOne(int result) {
        while (true) {
            try {
                return visitor.stub(Arena.automatic(), (state, value) -> result);
            } catch (IllegalStateException allInUse) {
                System.gc();
            }
        }
    }

    @Test
    void errorsNameTypeIndexAndSize() {
        try (Arena arena = Arena.open()) {
            IntPointer numbers = IntPointer.allocate(arena, 3);
            assertThatThrownBy(() -> numbers.get(3))
                    .hasMessage(String.format(
                            Locale.ROOT,
                            "IntPointer[3]: 4 bytes at offset 12 lie outside of the 12 bytes at 0x%x",
                            numbers.address()));
            box_id ids = box_id.allocate(arena, 2);
            assertThatThrownBy(() -> ids.set(-1, 0)).hasMessageStartingWith("box_id[-1]: ");
            assertThatThrownBy(() -> item.allocate(arena).weights().get(3))
                    .hasMessageStartingWith("DoublePointer[3]: ");
        }
    }
}
