package io.github.cffi4j.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import io.github.cffi4j.IntPointer;
import io.github.cffi4j.Pointer;
import io.github.cffi4j.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Java code that C calls, and functions that C gave. */
class CallbacksTest {
    private static final Library C = Cdef.of("""
            typedef int (*cmp)(const void *, const void *);
            void qsort(void *base, size_t n, size_t size, cmp order);
            void *bsearch(const void *key, const void *base, size_t n, size_t size,
                          int (*order)(const void *key, const void *element));
            typedef struct { int a; double b; } pair;
            typedef pair (*swap)(pair p);
            typedef double (*mean)(int n, float x, double y, long z);
            typedef const char *(*name)(void);
            struct table { cmp order; };
            typedef void (*say)(const char *format, ...);
            void *tsearch(const void *key, void **root, cmp order);
            void twalk(const void *root, void (*action)(const void *node, int which, int depth));
            """).openProcess();

    private static int compare(Object a, Object b) {
        return Integer.compare(
                IntPointer.at((Pointer) a).get(), IntPointer.at((Pointer) b).get());
    }

    @Test
    void aLambdaLivesForTheCall() {
        try (Arena arena = Arena.open()) {
            IntPointer numbers = IntPointer.of(arena, 3, 1, 2);

            C.call("qsort", numbers, 3, 4, Callback.of(a -> compare(a[0], a[1])));

            assertThat(numbers.toArray(3)).containsExactly(1, 2, 3);
        }
    }

    @Test
    void aStubLivesAsLongAsItsArena() {
        Arena arena = Arena.open();
        IntPointer numbers = IntPointer.of(arena, 3, 1, 2);
        CFunction order = C.callback(arena, "cmp", a -> compare(a[1], a[0]));

        C.call("qsort", numbers, 3, 4, order);
        Pointer found = (Pointer) C.call("bsearch", IntPointer.of(arena, 1), numbers, 3, 4, order);

        assertThat(numbers.toArray(3)).containsExactly(3, 2, 1);
        assertThat(found.address() - numbers.address()).isEqualTo(8);
        assertThat(order.call(numbers, numbers)).isEqualTo(0);
        arena.close();
        assertThatThrownBy(() -> order.call(null, null)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatALambdaThrowsComesBack() {
        try (Arena arena = Arena.open()) {
            IntPointer numbers = IntPointer.of(arena, 3, 1, 2);

            assertThatThrownBy(() -> C.call("qsort", numbers, 3, 4, Callback.of(a -> {
                        throw new java.io.IOException("full");
                    })))
                    .isInstanceOf(java.io.IOException.class)
                    .hasMessage("full");
            assertThatThrownBy(() -> C.call("qsort", numbers, 3, 4, Callback.of(a -> "less")))
                    .hasMessage("cmp: parameter 'result' (int) takes an integer, not a java.lang.String");
            assertThatThrownBy(() -> C.call("qsort", numbers, 3, 4, "order"))
                    .hasMessage("qsort: parameter 'order' (cmp) takes a CFunction or, for the time of a call,"
                            + " Callback.of(lambda), not a java.lang.String");
        }
    }

    @Test
    void onErrorAnswersC() {
        try (Arena arena = Arena.open()) {
            List<String> failures = new ArrayList<>();
            CFunction order = C.callback(
                    arena,
                    "cmp",
                    Callback.onError(
                            failure -> {
                                failures.add(failure.getMessage());
                                return -1;
                            },
                            a -> {
                                throw new IllegalStateException("full");
                            }));

            assertThat(order.call(null, null)).isEqualTo(-1);
            assertThat(failures).containsExactly("full");
        }
    }

    @Test
    void whatAStubThrowsGoesToTheThreadsHandler() {
        try (Arena arena = Arena.open()) {
            IntPointer numbers = IntPointer.of(arena, 1, 2);
            CFunction order = C.callback(arena, "cmp", a -> {
                throw new IllegalStateException("broken");
            });
            AtomicReference<Throwable> reported = new AtomicReference<>();
            Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> reported.set(failure));
            try {
                C.call("qsort", numbers, 2, 4, order);
            } finally {
                Thread.currentThread().setUncaughtExceptionHandler(null);
            }

            assertThat(reported.get()).hasMessageContaining("from callback").hasRootCauseMessage("broken");
        }
    }

    @Test
    void callbacksTakeAndGiveEveryKindOfValue() {
        try (Arena arena = Arena.open()) {
            List<Object> seen = new ArrayList<>();
            CFunction mean = C.callback(arena, "mean", a -> {
                seen.addAll(List.of(a));
                return 0.5;
            });
            CFunction swap = C.callback(arena, "swap", a -> {
                StructView pair = (StructView) a[0];
                return C.cdef().allocate("pair").set("a", 2).set("b", pair.get("a"));
            });
            CFunction name = C.callback(arena, "name", a -> "gone when C reads it");
            BytePointer text = arena.string("kept");
            CFunction other = C.callback(arena, "name", a -> text);

            assertThat(mean.call(-1, 1.5f, 2.5, -7)).isEqualTo(0.5);
            assertThat(seen).containsExactly(-1, 1.5f, 2.5, -7L);
            StructView swapped =
                    (StructView) swap.call(C.cdef().allocate("pair").set("a", 7));
            assertThat(swapped).hasToString("pair{a=2, b=7.0}");
            assertThat(((Pointer) other.call()).string()).isEqualTo("kept");
            AtomicReference<Throwable> reported = new AtomicReference<>();
            Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> reported.set(failure));
            try {
                assertThat(name.call()).isNull();
            } finally {
                Thread.currentThread().setUncaughtExceptionHandler(null);
            }
            assertThat(reported.get())
                    .hasRootCauseMessage("name: parameter 'result' goes to C, which reads it later; return memory that"
                            + " lives longer, as of arena.string(...)");
        }
    }

    @Test
    void structsKeepFunctionPointers() {
        try (Arena arena = Arena.open()) {
            StructView table = C.cdef().allocate(arena, "struct table");
            CFunction order = C.callback(arena, "cmp", a -> 42);

            table.set("order", order);

            assertThat(((CFunction) table.get("order")).call(null, null)).isEqualTo(42);
            assertThat(table.get("order"))
                    .hasToString("int cmp(const void *, const void *) at 0x" + Long.toHexString(order.address()));
            assertThatThrownBy(() -> table.set("order", Callback.of(a -> 1)))
                    .hasMessage("table.order (cmp) is kept by C: set a stub that lives as long, as of"
                            + " library.callback(arena, ...)");
            assertThatThrownBy(() -> table.set("order", C.callback(arena, "name", a -> null)))
                    .hasMessage(
                            "table.order (cmp) takes a function of that type, not const char *name(void); cast it if"
                                    + " C agrees");
            CFunction mean = C.cdef().cast("mean", order);
            assertThat(mean.address()).isEqualTo(order.address());
        }
    }

    @Test
    void treesOfJavasOrder() {
        try (Arena arena = Arena.open()) {
            Ref<Pointer> root = Pointer.ref(arena);
            CFunction order =
                    C.callback(arena, "cmp", a -> ((Pointer) a[0]).string().compareTo(((Pointer) a[1]).string()));
            for (String fruit : List.of("plum", "apple", "quince", "cherry")) {
                C.call("tsearch", arena.string(fruit), root, order);
            }
            List<String> names = new ArrayList<>();
            C.call("twalk", root.get(), Callback.of(a -> {
                if ((int) a[1] == 1 || (int) a[1] == 3) {
                    names.add(((Pointer) a[0]).asRef().get().string());
                }
                return null;
            }));

            assertThat(names).containsExactly("apple", "cherry", "plum", "quince");
        }
    }

    @Test
    void refusesVariadicCallbacksAndOtherTypes() {
        try (Arena arena = Arena.open()) {
            assertThatThrownBy(() -> C.callback(arena, "say", a -> null))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("takes '...'");
            assertThatThrownBy(() -> C.callback(arena, "pair", a -> null))
                    .hasMessage("'pair' is no type of function pointers");
        }
    }
}
