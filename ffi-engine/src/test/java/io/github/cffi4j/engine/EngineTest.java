package io.github.cffi4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.Arena;
import io.github.cffi4j.Segment;
import io.github.cffi4j.engine.CType.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Calls of the C library, errors, callbacks, and what is refused. */
class EngineTest {
    private static final NativeLibrary C = NativeLibrary.process();

    @Test
    void callsVariadicFunctions() {
        Signature type = Signature.variadic(
                Scalar.INT32,
                3,
                Scalar.POINTER,
                Scalar.INT64,
                Scalar.POINTER,
                Scalar.INT32,
                Scalar.DOUBLE,
                Scalar.INT64,
                Scalar.DOUBLE,
                Scalar.INT32,
                Scalar.INT32,
                Scalar.INT32,
                Scalar.DOUBLE);
        try (Arena arena = Arena.open()) {
            Segment text = arena.allocate(100, 1);
            long written = type.call(
                    C.get("snprintf"),
                    text.address(),
                    100,
                    arena.string("%d %g %lld %g %d %d %d %g").segment().address(),
                    -1,
                    bits(2.5),
                    1L << 40,
                    bits(-0.5),
                    1,
                    2,
                    3,
                    bits(7));

            assertThat(string(text)).isEqualTo("-1 2.5 1099511627776 -0.5 1 2 3 7");
            assertThat(written).isEqualTo(33);
        }
    }

    @Test
    void callsMathFunctions() {
        Signature hypot = Signature.of(Scalar.DOUBLE, Scalar.DOUBLE, Scalar.DOUBLE);
        Signature ldexp = Signature.of(Scalar.DOUBLE, Scalar.DOUBLE, Scalar.INT32);
        Signature powf = Signature.of(Scalar.FLOAT, Scalar.FLOAT, Scalar.FLOAT);

        assertThat(hypot.shape()).isEqualTo(Signature.Shape.DOUBLES);
        assertThat(ldexp.shape()).isEqualTo(Signature.Shape.MIXED);
        assertThat(Double.longBitsToDouble(hypot.call(C.get("hypot"), bits(3), bits(4))))
                .isEqualTo(5);
        assertThat(Double.longBitsToDouble(ldexp.call(C.get("ldexp"), bits(3), 4)))
                .isEqualTo(48);
        long power = powf.call(C.get("powf"), Float.floatToRawIntBits(2), Float.floatToRawIntBits(10));
        assertThat(Float.intBitsToFloat((int) power)).isEqualTo(1024);
    }

    @Test
    void keepsErrnoForTheThreadThatCalled() throws InterruptedException {
        Signature close = Signature.of(Scalar.INT32, Scalar.INT32).keepingErrors();
        String name = Abi.host().windows() ? "_close" : "close";
        Engine.errno(0);

        assertThat(close.call(C.get(name), -1)).isEqualTo(-1);
        assertThat(Engine.errno()).isEqualTo(9);
        Engine.errno(0);
        assertThat((int) Engine.callKeepingErrors(C.get(name), -1)).isEqualTo(-1);
        assertThat(Engine.errno()).isEqualTo(9);

        AtomicReference<Integer> other = new AtomicReference<>();
        Thread thread = new Thread(() -> other.set(Engine.errno()));
        thread.start();
        thread.join();
        assertThat(other.get()).isZero();
    }

    @Test
    void sortsByACallback() {
        Signature compare = Signature.of(Scalar.INT32, Scalar.POINTER, Scalar.POINTER);
        try (Arena arena = Arena.open()) {
            int[] numbers = {5, -3, 9, 0, 2};
            Segment memory = arena.allocate(4L * numbers.length, 4);
            memory.copyFrom(numbers, 4L * numbers.length);
            Segment code = Engine.callback(
                    arena,
                    compare,
                    arguments -> arguments.result(
                            (long) Integer.compare(pointed(arguments.getLong(0)), pointed(arguments.getLong(1)))));

            Engine.call(C.get("qsort"), memory.address(), numbers.length, 4, code.address());

            memory.copyTo(numbers, 4L * numbers.length);
            assertThat(numbers).containsExactly(-3, 0, 2, 5, 9);
        }
    }

    @Test
    void throwsInTheCallerWhatACallbackOfOneCallThrew() {
        Signature compare = Signature.of(Scalar.INT32, Scalar.POINTER, Scalar.POINTER);
        try (Arena arena = Arena.open()) {
            Segment memory = arena.allocate(8, 4);

            assertThatThrownBy(() -> {
                        try (var use = Engine.use(compare, arguments -> {
                            throw new java.io.IOException("no");
                        })) {
                            Engine.call(C.get("qsort"), memory.address(), 2, 4, use.address());
                        }
                    })
                    .isInstanceOf(java.io.IOException.class)
                    .hasMessage("no");
        }
    }

    @Test
    void tellsTheThreadsHandlerWhatACallbackThrew() throws InterruptedException {
        Signature compare = Signature.of(Scalar.INT32, Scalar.POINTER, Scalar.POINTER);
        AtomicReference<Throwable> told = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            try (Arena arena = Arena.open()) {
                Segment memory = arena.allocate(8, 4);
                Segment code = Engine.callback(arena, compare, arguments -> {
                    throw new IllegalArgumentException("no");
                });
                Engine.call(C.get("qsort"), memory.address(), 2, 4, code.address());
            }
        });
        thread.setUncaughtExceptionHandler((where, failure) -> told.set(failure));
        thread.start();
        thread.join();

        assertThat(told.get())
                .hasMessage("from callback callback, called by C, which gets 0")
                .hasCause(new IllegalArgumentException("no"));
    }

    @Test
    void hasMoreCallbacksThanWereCompiled() {
        Signature type = Signature.of(Scalar.INT64, Scalar.INT64);
        try (Arena arena = Arena.open()) {
            List<Segment> all = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                long number = i;
                all.add(Engine.callback(
                        arena, type, arguments -> arguments.result(number * 1_000_000 + arguments.getLong(0))));
            }

            assertThat(IntStream.range(0, all.size())
                            .mapToObj(i -> Engine.call(all.get(i).address(), i)))
                    .containsExactlyElementsOf(IntStream.range(0, all.size())
                            .mapToObj(i -> i * 1_000_001L)
                            .toList());
        }
    }

    @Test
    void nestsCallsAndCallbacks() {
        Signature type = Signature.of(Scalar.INT64, Scalar.INT64);
        try (Arena arena = Arena.open()) {
            AtomicReference<Segment> self = new AtomicReference<>();
            self.set(Engine.callback(arena, type, arguments -> {
                long n = arguments.getLong(0);
                arguments.result(n == 0 ? 0 : n + type.call(self.get().address(), n - 1));
            }));

            assertThat(type.call(self.get().address(), 100)).isEqualTo(5050);
        }
    }

    @Test
    void saysWhatTheLoaderSays() {
        assertThatThrownBy(() -> NativeLibrary.open("no-such-library.so"))
                .isInstanceOf(UnsatisfiedLinkError.class)
                .hasMessageStartingWith("the system's loader cannot open 'no-such-library.so': ")
                .hasMessageMatching("(?s).*'no-such-library.so': .*\\S.*");
        assertThatThrownBy(() -> C.get("no_such_function"))
                .isInstanceOf(UnsatisfiedLinkError.class)
                .hasMessageMatching("there is no 'no_such_function' in the C library: (?s).*\\S.*");
        assertThat(C.find("no_such_function")).isZero();
    }

    @Test
    void refusesWhatCPassesOtherwiseThanTheEngineKnows() {
        assertRefused(
                "a packed struct is not passed by value; pass its address",
                new CType.Composite(
                        5, 1, List.of(new CType.Member(0, Scalar.INT8), new CType.Member(1, Scalar.INT32))));
        assertRefused(
                "a struct that is packed, or aligned to more than its members, is not passed by value; pass its"
                        + " address",
                new CType.Composite(16, 16, List.of(new CType.Member(0, Scalar.INT32))));
        assertRefused("C passes no empty struct by value", new CType.Composite(0, 1, List.of()));
        assertRefused("parameter 1 is void", Scalar.VOID);
        assertThatThrownBy(() -> Signature.of(Abi.WINDOWS_X64, Scalar.LONG_DOUBLE, -1))
                .hasMessage("the compilers of Windows do not agree on 'long double'; wrap the function");
        assertThatThrownBy(() -> Signature.variadic(Scalar.INT32, 1, Scalar.POINTER, Scalar.FLOAT))
                .hasMessage("variadic argument 2 is FLOAT, which C promotes to DOUBLE");
        assertThatThrownBy(() -> Signature.of(Scalar.INT32, Scalar.INT32).call(C.get("abs")))
                .hasMessage("the function has 1 parameters, and 0 arguments came");
        assertThatThrownBy(() -> Signature.of(Scalar.VOID, CType.array(70_000, Scalar.INT8)))
                .hasMessageContaining("and at most 65536 are possible; pass large structs by address");
    }

    private static void assertRefused(String message, CType type) {
        assertThatThrownBy(() -> Signature.of(Scalar.VOID, type))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static int pointed(long address) {
        return Segment.ofAddress(address).getInt(0);
    }

    private static long bits(double value) {
        return Double.doubleToRawLongBits(value);
    }

    private static String string(Segment text) {
        StringBuilder string = new StringBuilder();
        for (int i = 0; text.getByte(i) != 0; i++) {
            string.append((char) text.getByte(i));
        }
        return string.toString();
    }
}
