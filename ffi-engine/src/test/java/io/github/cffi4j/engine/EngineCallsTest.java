package io.github.cffi4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.Arena;
import io.github.cffi4j.Segment;
import io.github.cffi4j.generated.CallShape;
import io.github.cffi4j.generated.CallType;
import io.github.cffi4j.generated.CallType.Composite;
import io.github.cffi4j.generated.CallType.Member;
import io.github.cffi4j.generated.CallType.Scalar;
import io.github.cffi4j.generated.SystemCalls;
import io.github.cffi4j.generated.SystemEntry;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** The handles that generated classes without native code get from the engine. */
class EngineCallsTest {
    private static final Lookup LOOKUP = MethodHandles.lookup();
    private static final SystemCalls CALLS = new EngineCalls();
    private static final SystemCalls.Library C = CALLS.process(LOOKUP);
    private static final int MANY = 12;

    @Test
    void theRuntimeFindsItAsAService() {
        assertThat(ServiceLoader.load(SystemCalls.class)).singleElement().isInstanceOf(EngineCalls.class);
    }

    @Test
    void narrowIntegersAreCutOffAndExtended() throws Throwable {
        MethodHandle abs = link("abs", type(int.class, int.class), shape(Scalar.INT32, Scalar.INT32));
        assertThat((int) abs.invokeExact(-5)).isEqualTo(5);
        // A function of the C library that gives back what it is given: what C sees of the argument, and Java of the
        // result.
        assertThat(labs(Scalar.UINT8, -1)).isEqualTo(0xFF);
        assertThat(labs(Scalar.INT8, 0xFF)).isEqualTo(1);
        assertThat(labs(Scalar.UINT16, -1)).isEqualTo(0xFFFF);
        assertThat(labs(Scalar.INT16, 0x18000)).isEqualTo(0x8000);
        assertThat(labs(Scalar.UINT32, -1)).isEqualTo(0xFFFF_FFFFL);
        assertThat(labs(Scalar.INT32, 0xFFFF_FFFFL)).isEqualTo(1);
        assertThat(labs(Scalar.INT64, Long.MIN_VALUE + 1)).isEqualTo(Long.MAX_VALUE);
        MethodHandle truth = link("abs", type(boolean.class, boolean.class), shape(Scalar.BOOL, Scalar.BOOL));
        assertThat((boolean) truth.invokeExact(true)).isTrue();
        assertThat((boolean) truth.invokeExact(false)).isFalse();
        MethodHandle lowest = link("labs", type(int.class, long.class), shape(Scalar.INT8, Scalar.INT64));
        assertThat((int) lowest.invokeExact(0x1FFL)).isEqualTo(-1);
    }

    private static long labs(Scalar parameter, long value) throws Throwable {
        return (long) link("labs", type(long.class, long.class), shape(Scalar.INT64, parameter))
                .invokeExact(value);
    }

    @Test
    void floatingArgumentsMix() throws Throwable {
        MethodHandle hypot = link(
                "hypot",
                type(double.class, double.class, double.class),
                shape(Scalar.DOUBLE, Scalar.DOUBLE, Scalar.DOUBLE));
        assertThat((double) hypot.invokeExact(3.0, 4.0)).isEqualTo(5);
        MethodHandle ldexp = link(
                "ldexp",
                type(double.class, double.class, int.class),
                shape(Scalar.DOUBLE, Scalar.DOUBLE, Scalar.INT32));
        assertThat((double) ldexp.invokeExact(3.0, 4)).isEqualTo(48);
        MethodHandle powf = link(
                "powf", type(float.class, float.class, float.class), shape(Scalar.FLOAT, Scalar.FLOAT, Scalar.FLOAT));
        assertThat((float) powf.invokeExact(2f, 10f)).isEqualTo(1024f);
        MethodHandle lround = link("lround", type(long.class, double.class), shape(Scalar.INT64, Scalar.DOUBLE));
        assertThat((long) lround.invokeExact(2.5)).isEqualTo(3);
        MethodHandle kept = link(
                "powf",
                type(float.class, float.class, float.class),
                keeping(shape(Scalar.FLOAT, Scalar.FLOAT, Scalar.FLOAT)));
        assertThat((float) kept.invokeExact(2f, 3f)).isEqualTo(8f);
    }

    @Test
    void structsAreReturnedIntoMemoryOfJava() throws Throwable {
        Composite pair =
                new Composite(false, 16, 8, List.of(new Member(0, Scalar.INT64, -1), new Member(8, Scalar.INT64, -1)));
        MethodHandle lldiv = link(
                "lldiv", type(void.class, long.class, long.class, long.class), shape(pair, Scalar.INT64, Scalar.INT64));
        Segment result = Segment.allocate(16, 8);
        lldiv.invokeExact(47L, 10L, result.address());
        assertThat(result.getLong(0)).isEqualTo(4);
        assertThat(result.getLong(8)).isEqualTo(7);
        Composite packed =
                new Composite(false, 9, 1, List.of(new Member(0, Scalar.INT8, -1), new Member(1, Scalar.INT64, -1)));
        assertThatThrownBy(() -> link("lldiv", type(void.class, long.class), shape(Scalar.VOID, packed)))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("packed");
    }

    @Test
    void errnoIsKeptAndPutBack() throws Throwable {
        MethodHandle strtoul = link(
                "strtoull",
                type(long.class, long.class, long.class, int.class),
                keeping(shape(Scalar.UINT64, Scalar.ADDRESS, Scalar.ADDRESS, Scalar.INT32)));
        Segment errno = Segment.ofAddress(CALLS.errno());
        try (Arena arena = Arena.open()) {
            errno.setInt(0, 0);
            long text = arena.string("99999999999999999999").segment().address();
            assertThat((long) strtoul.invokeExact(text, 0L, 10)).isEqualTo(-1);
            assertThat(errno.getInt(0)).isEqualTo(34);
            errno.setInt(0, 5);
            text = arena.string("42").segment().address();
            assertThat((long) strtoul.invokeExact(text, 0L, 10)).isEqualTo(42);
            assertThat(errno.getInt(0)).isEqualTo(5);
        }
    }

    @Test
    void aFunctionMayBeTheFirstArgument() throws Throwable {
        MethodHandle pointed =
                CALLS.link(LOOKUP, 0, type(int.class, long.class, int.class), shape(Scalar.INT32, Scalar.INT32));
        assertThat((int) pointed.invokeExact(C.find("abs"), -7)).isEqualTo(7);
    }

    @Test
    void variadicArgumentsAndManyOthers() throws Throwable {
        CallShape shape = new CallShape(
                List.of(Scalar.ADDRESS, Scalar.INT64, Scalar.ADDRESS, Scalar.INT64, Scalar.DOUBLE),
                Scalar.INT32,
                3,
                false,
                false);
        MethodHandle snprintf =
                link("snprintf", type(int.class, long.class, long.class, long.class, long.class, double.class), shape);
        try (Arena arena = Arena.open()) {
            Segment to = arena.allocate(100, 1);
            long format = arena.string("%lld %g").segment().address();
            assertThat((int) snprintf.invokeExact(to.address(), 100L, format, -3L, 2.5))
                    .isEqualTo(6);
            assertThat(to.getByte(0)).isEqualTo((byte) '-');
            StringBuilder many = new StringBuilder("%lld");
            many.append(" %lld".repeat(MANY - 1));
            Scalar[] types = new Scalar[3 + MANY];
            Arrays.fill(types, Scalar.INT64);
            Class<?>[] classes = new Class<?>[3 + MANY];
            Arrays.fill(classes, long.class);
            MethodHandle all = link(
                    "snprintf", type(int.class, classes), new CallShape(List.of(types), Scalar.INT32, 3, false, false));
            Object[] arguments = new Object[3 + MANY];
            Arrays.fill(arguments, 7L);
            arguments[0] = to.address();
            arguments[1] = 100L;
            arguments[2] = arena.string(many.toString()).segment().address();
            assertThat((int) all.invokeWithArguments(arguments)).isEqualTo(2 * MANY - 1);
        }
    }

    @Test
    void arraysAreCopiedAndCopiedBack() throws Throwable {
        MethodHandle memset = link(
                "memset",
                type(long.class, byte[].class, int.class, long.class),
                shape(Scalar.ADDRESS, Scalar.ADDRESS, Scalar.INT32, Scalar.INT64));
        byte[] bytes = new byte[5];
        long ignored = (long) memset.invokeExact(bytes, 3, 4L);
        assertThat(ignored).isNotZero();
        assertThat(bytes).containsExactly(3, 3, 3, 3, 0);
        assertThat((long) memset.invokeExact((byte[]) null, 3, 0L)).isZero();
    }

    @Test
    void cCallsJavaByNumberAndWords() throws Throwable {
        SystemEntry entry = new SystemEntry() {
            @Override
            public long words(int number, long left, long right) {
                return number == 3
                        ? Integer.compare(
                                Segment.ofAddress(left).getInt(0),
                                Segment.ofAddress(right).getInt(0))
                        : 0;
            }
        };
        SystemCalls.Upcall compare =
                CALLS.upcall(LOOKUP, entry, 3, shape(Scalar.INT32, Scalar.ADDRESS, Scalar.ADDRESS));
        MethodHandle qsort = link(
                "qsort",
                type(void.class, long.class, long.class, long.class, long.class),
                shape(Scalar.VOID, Scalar.ADDRESS, Scalar.INT64, Scalar.INT64, Scalar.ADDRESS));
        Segment numbers = Segment.allocate(12, 4);
        numbers.copyFrom(new int[] {3, -1, 2}, 12);
        qsort.invokeExact(numbers.address(), 3L, 4L, compare.address());
        int[] sorted = new int[3];
        numbers.copyTo(sorted, 12);
        assertThat(sorted).containsExactly(-1, 2, 3);
        assertThat(compare.owner()).isNotNull();
        Reference.reachabilityFence(entry);
    }

    /** With an argument of each kind in a register, as many as there are. */
    @Test
    void eachKindOfWordIsExtendedAsItsType() throws Throwable {
        long[] seen = new long[8];
        SystemEntry entry = new SystemEntry() {
            @Override
            public long words(int number, long a, long b, long c, long d, long e, long f, long g, long h) {
                System.arraycopy(new long[] {a, b, c, d, e, f, g, h}, 0, seen, 0, seen.length);
                return Double.doubleToRawLongBits(2.5);
            }
        };
        CallShape shape = shape(
                Scalar.FLOAT,
                Scalar.INT8,
                Scalar.UINT8,
                Scalar.INT16,
                Scalar.UINT16,
                Scalar.UINT32,
                Scalar.BOOL,
                Scalar.FLOAT,
                Scalar.DOUBLE);
        SystemCalls.Upcall function = CALLS.upcall(LOOKUP, entry, 0, shape);
        MethodHandle call = CALLS.link(
                LOOKUP,
                function.address(),
                type(
                        float.class,
                        int.class,
                        int.class,
                        int.class,
                        int.class,
                        long.class,
                        boolean.class,
                        float.class,
                        double.class),
                shape);
        assertThat((float) call.invokeExact(-1, 200, -2, 65535, 0xFFFF_FFFFL, true, 0.5f, 0.25))
                .isEqualTo(2.5f);
        assertThat(seen)
                .containsExactly(
                        -1,
                        200,
                        -2,
                        65535,
                        0xFFFF_FFFFL,
                        1,
                        Double.doubleToRawLongBits(0.5),
                        Double.doubleToRawLongBits(0.25));
        Reference.reachabilityFence(entry);
    }

    @Test
    void theLoadersWordsAreTold() {
        assertThatThrownBy(() -> CALLS.open(LOOKUP, "libnowhere.so.7"))
                .isInstanceOf(UnsatisfiedLinkError.class)
                .hasMessageMatching("(?s).*(No such file|cannot be found|could not be found|no such file).*")
                .hasMessageNotContaining("the system's loader cannot open");
    }

    private static MethodHandle link(String name, MethodType type, CallShape shape) {
        return CALLS.link(LOOKUP, C.find(name), type, shape);
    }

    private static MethodType type(Class<?> result, Class<?>... parameters) {
        return MethodType.methodType(result, parameters);
    }

    private static CallShape shape(CallType result, CallType... parameters) {
        return new CallShape(List.of(parameters), result, -1, false, false);
    }

    private static CallShape keeping(CallShape shape) {
        return new CallShape(shape.parameters(), shape.result(), shape.fixed(), true, false);
    }
}
