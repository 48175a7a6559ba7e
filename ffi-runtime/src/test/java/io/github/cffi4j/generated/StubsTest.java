package io.github.cffi4j.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.Arena;
import io.github.cffi4j.Segment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** C functions for Java code, here made of numbers: where there can be more (fault 12), where not, and when they are used again (13). */
class StubsTest {
    private static final int COMPILED = 64;
    private static final long FIRST_FUNCTION = 0x10000;

    /** More than there are before unreachable arenas are looked for. */
    private static final int MANY = 9000;

    /** It stays: stubs of automatic arenas read it when the collector frees them, which is after their test. */
    private static final Arena MEMORY = Arena.openShared();

    private final Arena arena = Arena.openShared();
    private final AtomicInteger blocks = new AtomicInteger();

    @AfterEach
    void close() {
        arena.close();
    }

    @Test
    void thereAreMoreAsTheyAreNeeded() {
        Stubs<Runnable> stubs = stubs(true);
        Set<Long> functions = new HashSet<>();

        for (int i = 0; i < 1000; i++) {
            functions.add(stubs.bind(arena, () -> {}).address());
        }

        assertThat(functions).hasSize(1000);
        assertThat(blocks.get()).isBetween(1000 / COMPILED, 1000 / COMPILED + 2);
    }

    @Test
    void whereThereCanBeNoMoreACallWaitsForOne() throws Exception {
        Stubs<Runnable> stubs = stubs(false);
        Arena first = Arena.openShared();
        long function = stubs.bind(first, () -> {}).address();
        bind(stubs, COMPILED - 1);
        Thread closing = new Thread(() -> {
            pause();
            first.close();
        });
        closing.start();

        try (Stubs<Runnable>.Use use = stubs.use(() -> {})) {
            assertThat(use.address()).isEqualTo(function);
        }
        closing.join();
    }

    /** It takes those five seconds. */
    @Tag("thorough")
    @Test
    void andSaysSoWhenNoneBecomesFree() {
        Stubs<Runnable> stubs = stubs(false);
        bind(stubs, COMPILED);

        assertThatIllegalStateException()
                .isThrownBy(() -> stubs.use(() -> {}))
                .withMessageContaining("all 64 C functions of type work are in use, none became free in 5 s")
                .withMessageContaining("close arenas");
    }

    @Test
    void stubsThatNobodyHasComeBackThere() {
        Stubs<Runnable> stubs = stubs(false);

        for (int i = 0; i < 3 * COMPILED; i++) {
            assertThat(stubs.bind(Arena.automatic(), () -> {}).address()).isPositive();
        }
    }

    /** However late they come, the pool does not grow for good. */
    @Test
    void stubsThatComeBackLateAreUsedBeforeThereAreMore() {
        Stubs<Runnable> stubs = stubs(true);
        try (Arena many = Arena.openShared()) {
            for (int i = 0; i < MANY; i++) {
                stubs.bind(many, () -> {});
            }
        }
        int before = blocks.get();

        for (int i = 0; i < 3 * MANY; i++) {
            stubs.bind(Arena.automatic(), () -> {});
        }

        assertThat(blocks.get()).isLessThan(before + before / 2);
    }

    @Test
    void eachIsUsedAgainAfterTheOthers() {
        Stubs<Runnable> stubs = stubs(false);
        List<Long> used = new ArrayList<>();
        for (int i = 0; i < 2 * COMPILED; i++) {
            int number = i;
            try (Stubs<Runnable>.Use use = stubs.use(() -> used.add((long) number))) {
                used.add(use.address());
            }
        }

        assertThat(new HashSet<>(used.subList(0, COMPILED))).hasSize(COMPILED);
        assertThat(used.subList(COMPILED, 2 * COMPILED)).isEqualTo(used.subList(0, COMPILED));
    }

    /** The JIT compiles each C function of java.lang.foreign by itself. */
    @Test
    void codeThatIsPassedAgainGetsItsFunctionAgain() {
        Stubs<Runnable> stubs = stubs(false);
        Runnable code = () -> {};
        long first = addressInCall(stubs, code);
        assertThat(addressInCall(stubs, code)).isEqualTo(first);

        long other = addressInCall(stubs, () -> code.run());
        assertThat(other).isNotEqualTo(first);
        assertThat(addressInCall(stubs, code)).isNotIn(first, other);
    }

    @Test
    void codeDoesNotGetAFunctionAgainThatCCalledInVain() {
        Stubs<Runnable> stubs = stubs(false);
        Runnable code = () -> {};
        long first = addressInCall(stubs, code);
        assertThatThrownBy(() -> stubs.code(0)).isInstanceOf(IllegalStateException.class);

        assertThat(addressInCall(stubs, code)).isNotEqualTo(first);
    }

    @Test
    void twoCallsAtATimeHaveTwoFunctionsOfTheSameCode() {
        Stubs<Runnable> stubs = stubs(false);
        Runnable code = () -> {};
        addressInCall(stubs, code);
        try (Stubs<Runnable>.Use outer = stubs.use(code)) {
            assertThat(addressInCall(stubs, code)).isNotEqualTo(outer.address());
        }
    }

    private static long addressInCall(Stubs<Runnable> stubs, Runnable code) {
        try (Stubs<Runnable>.Use use = stubs.use(code)) {
            return use.address();
        }
    }

    @Test
    void whatCCalledInVainIsNotUsedAgain() {
        Stubs<Runnable> stubs = stubs(true);
        long stale;
        try (Stubs<Runnable>.Use use = stubs.use(() -> {})) {
            stale = use.address();
        }
        assertThatIllegalStateException().isThrownBy(() -> stubs.code((int) (stale - FIRST_FUNCTION)));

        for (int i = 0; i < 10 * COMPILED; i++) {
            assertThat(stubs.bind(arena, () -> {}).address()).isNotEqualTo(stale);
        }
    }

    @Test
    void aNegativeNumberSaysThatNoStackIsLeft() {
        Stubs<Runnable> stubs = stubs(true);

        assertThatThrownBy(() -> {
                    try (Stubs<Runnable>.Use use = stubs.use(() -> {})) {
                        int number = ~(int) (use.address() - FIRST_FUNCTION);
                        StackOverflowError refused = new StackOverflowError("not this one");
                        try {
                            stubs.code(number);
                        } catch (StackOverflowError thrown) {
                            refused = thrown;
                        }
                        assertThat(stubs.failed(number, refused)).isFalse();
                    }
                })
                .isInstanceOf(StackOverflowError.class)
                .hasMessage("C called work when its thread had too little stack left to run Java code");
    }

    @Test
    void aLostCallIsFoundWhenTheOtherReturns() {
        Segment[] table = new Segment[1];
        Stubs<Runnable> stubs = stubs(true, table);

        assertThatThrownBy(() -> {
                    try (Stubs<Runnable>.Use use = stubs.use(() -> {})) {
                        long slot = Segment.ADDRESS_SIZE + (use.address() - FIRST_FUNCTION) * Slot.BYTES;
                        table[0].setInt(slot + Integer.BYTES, 1);
                    }
                })
                .isInstanceOf(StackOverflowError.class);
        try (Stubs<Runnable>.Use use = stubs.use(() -> {})) {
            assertThat(use.address()).isPositive();
        }
    }

    private void bind(Stubs<Runnable> stubs, int count) {
        for (int i = 0; i < count; i++) {
            stubs.bind(arena, () -> {});
        }
    }

    private Stubs<Runnable> stubs(boolean more) {
        return stubs(more, new Segment[1]);
    }

    /** As the glue's {@code struct ffi_stubs}: functions at addresses one apart, those of a later block where the first end. */
    private Stubs<Runnable> stubs(boolean more, Segment[] table) {
        long distance = (long) COMPILED * Slot.BYTES;
        Segment functions = MEMORY.allocate((long) COMPILED * Segment.ADDRESS_SIZE, 16);
        for (int i = 0; i < COMPILED; i++) {
            functions.setAddress((long) i * Segment.ADDRESS_SIZE, FIRST_FUNCTION + i);
        }
        table[0] = MEMORY.allocate(Segment.ADDRESS_SIZE + 500 * distance, 16);
        Segment struct = MEMORY.allocate(3L * Segment.ADDRESS_SIZE, 16);
        struct.setAddress(0, functions.address());
        struct.setAddress(Segment.ADDRESS_SIZE, table[0].address());
        struct.setInt(2L * Segment.ADDRESS_SIZE, COMPILED);
        return new Stubs<>(
                "work", struct.address(), (address, first) -> more ? blocks.incrementAndGet() * distance : 0);
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
