package io.github.cffi4j.it.contract;

import static io.github.cffi4j.it.contract.Calls.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.cffi4j.Arena;
import io.github.cffi4j.FunctionPointer;
import io.github.cffi4j.Pointer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More C functions for Java code than were compiled (fault 12), and what becomes of those that C should have let go (13). */
class ManyCallbacksIT {
    private static final int MANY = 2_000;

    /** How many C functions a type has to begin with. */
    private static final int COMPILED = 64;

    /** As many as there surely are where there can be no more: some may rest for good. */
    private static final int FEW = COMPILED / 2;

    /** Far more than the runtime lets live before it looks for those that nobody has. */
    private static final int ABANDONED = 50_000;

    static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    /** Returns true if Windows, or Wine, refuses to map the library's code again: then there are no more than were compiled. */
    private static boolean limited() {
        if (!WINDOWS) {
            return false;
        }
        try (Arena arena = Arena.open()) {
            for (int i = 0; i <= COMPILED; i++) {
                binary.stub(arena, (a, b) -> a);
            }
            return false;
        } catch (IllegalStateException refused) {
            assertThat(refused).hasMessageContaining("this platform can have no more");
            return true;
        }
    }

    @Test
    void manyStubsAtATime() {
        if (limited()) {
            return;
        }
        try (Arena arena = Arena.open()) {
            List<binary> stubs = IntStream.range(0, MANY)
                    .mapToObj(i -> binary.stub(arena, (a, b) -> a + i))
                    .toList();

            assertThat(IntStream.range(0, MANY).map(i -> apply(stubs.get(i), 1000, 0)))
                    .containsExactlyElementsOf(
                            IntStream.range(1000, 1000 + MANY).boxed().toList());
            assertThat(new HashSet<>(stubs)).hasSize(MANY);
        }
        assertThat(apply((a, b) -> 5, 1, 1)).isEqualTo(5);
    }

    @Test
    void structsGoThroughAllOfThem() {
        int count = limited() ? FEW : 200;
        Structs.c3 small = Structs.c3.allocate();
        small.a().setAll((byte) 1, (byte) 2, (byte) 3);
        Structs.i5 large = Structs.i5.allocate().a(1).b(2).c(3).d(4).e(5);
        Structs.big largest = Structs.big.allocate();
        largest.a().set(31, 1L << 40);
        try (Arena arena = Arena.open()) {
            for (int i = 0; i < count; i++) {
                assertThat(Structs.call_big(Structs.big_function.stub(arena, x -> x), largest)
                                .a()
                                .get(31))
                        .isEqualTo(1L << 40);
                Structs.c3 gotSmall = Structs.call_c3(Structs.c3_function.stub(arena, x -> x), small);
                Structs.i5 gotLarge = Structs.call_i5(Structs.i5_function.stub(arena, x -> x.a(x.e())), large);

                assertThat(gotSmall.a().toArray(3)).containsExactly(1, 2, 3);
                assertThat(gotLarge.a() + gotLarge.b() + gotLarge.c() + gotLarge.d() + gotLarge.e())
                        .isEqualTo(5 + 2 + 3 + 4 + 5);
            }
        }
    }

    /** In a thread with room for it: a frame takes more on some processors than on others. */
    @Test
    void lambdasNestDeeper() throws Exception {
        int depth = limited() ? FEW : 300;
        FutureTask<Integer> deep = new FutureTask<>(() -> nested(depth));
        new Thread(null, deep, "deep", 16L << 20).start();
        assertThat(deep.get(2, TimeUnit.MINUTES)).isEqualTo(depth);
    }

    private static int nested(int depth) {
        return depth == 0 ? 0 : apply((a, b) -> nested(depth - 1) + b, depth, 1);
    }

    @Test
    void manyThreadsPassLambdasAtATime() throws Exception {
        int threads = limited() ? FEW : 200;
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        CountDownLatch inside = new CountDownLatch(threads);
        List<Future<Integer>> results = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            results.add(executor.submit(() -> apply(
                    (a, b) -> {
                        inside.countDown();
                        return await(inside) ? a + b : -1;
                    },
                    1,
                    2)));
        }
        for (Future<Integer> result : results) {
            assertThat(result.get(2, TimeUnit.MINUTES)).isEqualTo(3);
        }
        executor.shutdown();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Test
    void stubsOfUnreachableAutomaticArenasComeBack() {
        // Where there can be no more, every few of them take a garbage collection.
        int abandoned = limited() ? 20 * COMPILED : ABANDONED;
        Set<Long> functions = new HashSet<>();
        int made = 0;
        // A busy machine collects late: more stubs give the collector more time.
        while (made < abandoned || functions.size() >= made / 2 && made < 10 * abandoned) {
            int number = made++;
            binary stub = binary.stub(Arena.automatic(), (a, b) -> number);
            functions.add(address(stub));
            assertThat(stub.call(0, 0)).isEqualTo(number);
        }
        assertThat(functions.size()).isLessThan(made / 2);
    }

    @Test
    void aClosedStubIsRefused() {
        Arena arena = Arena.open();
        binary closed = binary.stub(arena, (a, b) -> a + b);
        arena.close();

        try (Arena other = Arena.open()) {
            binary.stub(other, (a, b) -> 5000);
            assertThatIllegalStateException()
                    .isThrownBy(() -> closed.call(1, 2))
                    .withMessageContaining("the arena of this binary was closed")
                    .withMessageContaining("binary.stub(arena, ...)");
            assertThatIllegalStateException()
                    .isThrownBy(() -> apply(closed, 1, 2))
                    .withMessageContaining("the arena of this binary was closed");
            assertThatIllegalStateException()
                    .isThrownBy(() -> handlers.allocate(other).f(closed))
                    .withMessageContaining("the arena of this binary was closed");
        }
    }

    @Test
    void aFunctionIsUsedAgainAsLateAsPossible() {
        // The last of those that never were used come before it where there are no more.
        int later = limited() ? 1 : 32;
        long first;
        try (Arena arena = Arena.open()) {
            first = address(binary.stub(arena, (a, b) -> a));
        }
        for (int i = 0; i < later; i++) {
            try (Arena arena = Arena.open()) {
                assertThat(address(binary.stub(arena, (a, b) -> a)))
                        .as("of stub %d after it", i)
                        .isNotEqualTo(first);
            }
        }
    }

    @Test
    void whatCWasSeenToKeepRunsNobodyElsesCode() {
        int count = limited() ? FEW : MANY;
        Arena arena = Arena.open();
        keep(binary.stub(arena, (a, b) -> 1));
        arena.close();
        assertThat(UncaughtExceptions.during(() -> assertThat(call_kept(1, 2)).isZero()))
                .hasSize(1);

        List<String> reported = UncaughtExceptions.during(() -> {
            try (Arena others = Arena.open()) {
                for (int i = 0; i < count; i++) {
                    binary.stub(others, (a, b) -> 1_000_000);
                    assertThat(apply((a, b) -> call_kept(1, 2), 1, 2)).isZero();
                }
            }
        });

        assertThat(reported).hasSize(count).allSatisfy(message -> assertThat(message)
                .contains("C called a binary whose arena was closed"));
    }

    private static long address(Object stub) {
        return Pointer.address((FunctionPointer) stub);
    }
}
